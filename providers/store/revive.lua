-- Put a dead letter back at the end of its lane: attempts and age start anew, its journal stays.
-- ARGV: job id, token of the call
-- Returns 0 when there is none; else the turn that this made, or 1.
local id, token = unpack(ARGV)
if redis.call('ZREM', tag .. 'd', id) == 0 then
  return was_made(token, '1')
end
redis.call('HDEL', tag .. 'j' .. id, 'a', 'e', 'x', 'd')
made(token, '1')
return enter(id, redis.call('HGET', tag .. 'j' .. id, 'l'))
