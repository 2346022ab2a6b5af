-- Hand back a turn: its lane waits for a taker again. Where nobody began it, the attempt does not count.
-- ARGV: the taker, turn, lane, job id, how many attempts to take back; then the unwritten journal: field, value …
-- Returns 0 when the turn is not ours, else the lane's new turn.
local me, turn, lane, id, uncounted = unpack(ARGV, 1, 5)
if not mine(turn, me) then
  return was_made(turn, me .. ' release')
end
redis.call('HINCRBY', tag .. 'j' .. id, 'a', -uncounted)
if #ARGV > 5 then
  redis.call('HSET', tag .. 'j' .. id, unpack(ARGV, 6))
end
end_turn(turn, me .. ' release')
return offer_turn(lane)
