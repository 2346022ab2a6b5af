-- Drop a job that nobody has begun.
-- ARGV: lane, key, token of the call
-- Returns 1, or 0 when there is none.
local lane, key, token = unpack(ARGV)
local later = redis.call('HGET', tag .. 'i', lane .. '\0' .. key)
if later then
  redis.call('HDEL', tag .. 'i', lane .. '\0' .. key)
  redis.call('ZREM', tag .. 'a', later)
  redis.call('DEL', tag .. 'j' .. later)
  made(token, '1')
  return 1
end
for _, id in ipairs(redis.call('LRANGE', tag .. 'q' .. lane, 0, -1)) do
  local found, attempts = unpack(redis.call('HMGET', tag .. 'j' .. id, 'k', 'a'))
  if found == key and tonumber(attempts or 0) == 0 then
    redis.call('DEL', tag .. 'j' .. id) -- its id stays in the lane, which has a turn for it: `take` passes over it
    redis.call('ZREM', tag .. 'w', id)
    made(token, '1')
    return 1
  end
end
return was_made(token, '1')
