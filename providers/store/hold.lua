-- Hold a name, or go on holding it, or let it go.
-- ARGV: name, token of the holder, ms (0: let go)
-- Returns 1 when the holder holds it now.
local name, holder, ms = tag .. 'h' .. ARGV[1], ARGV[2], tonumber(ARGV[3])
local present = redis.call('GET', name)
if present and present ~= holder then
  return 0
end
if ms == 0 then
  redis.call('DEL', name)
  return 0
end
redis.call('SET', name, holder, 'PX', ms)
return 1
