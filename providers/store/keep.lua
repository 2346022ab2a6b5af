-- Renew the lease of a turn, and write into its job's journal.
-- ARGV: the taker, turn, job id; then field, value …
-- Returns 1, or 0 when the turn is not ours.
if not mine(ARGV[2], ARGV[1]) then
  return 0
end
redis.call('XCLAIM', turns, 'w', ARGV[1], 0, ARGV[2], 'JUSTID') -- only resets the time since it was given
if #ARGV > 3 then
  redis.call('HSET', tag .. 'j' .. ARGV[3], unpack(ARGV, 4))
end
return 1
