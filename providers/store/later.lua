-- Park a lane: its head stays the head, with its journal, and is tried again when the time has come.
-- ARGV: the taker, turn, lane, job id, time (ms), error; then the unwritten journal: field, value …
-- Returns 0 when the turn is not ours; the lane's new turn when the time has come already; else 1.
local me, turn, lane, id, time, error_text = unpack(ARGV, 1, 6)
if not mine(turn, me) then
  return was_made(turn, me .. ' later')
end
redis.call('HSET', tag .. 'j' .. id, 'e', error_text, unpack(ARGV, 7))
end_turn(turn, me .. ' later')
if tonumber(time) <= now then
  return offer_turn(lane)
end
redis.call('ZADD', tag .. 'p', time, lane)
return 1
