-- The newest dead letters.
-- ARGV: how many
-- Returns for each: id, lane, reason, attempts, entered (ms), buried (ms), body.
local letters = {}
for _, id in ipairs(redis.call('ZREVRANGE', tag .. 'd', 0, ARGV[1] - 1)) do
  letters[#letters + 1] = {id, unpack(redis.call('HMGET', tag .. 'j' .. id, 'l', 'x', 'a', 't', 'd', 'b'))}
end
return letters
