-- Make the head of a lane a dead letter, journal and all; the lane moves on.
-- ARGV: the taker, turn, lane, job id, reason, how many dead letters to keep; then the unwritten journal: field, value …
-- Returns 0 when the turn is not ours; else the lane's next turn, or 1.
local me, turn, lane, id, reason, most = unpack(ARGV, 1, 6)
if not mine(turn, me) then
  return was_made(turn, me .. ' bury')
end
redis.call('HSET', tag .. 'j' .. id, 'x', reason, 'd', whole(now), unpack(ARGV, 7))
redis.call('ZADD', tag .. 'd', whole(now), id)
for _, oldest in ipairs(redis.call('ZRANGE', tag .. 'd', 0, -1 - most)) do
  redis.call('ZREM', tag .. 'd', oldest)
  redis.call('DEL', tag .. 'j' .. oldest)
end
end_turn(turn, me .. ' bury')
return advance(lane, id)
