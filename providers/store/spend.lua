-- Take from a budget: what was taken within the last minute never exceeds what a minute has.
-- ARGV: budget, how much a minute has, how much to take, token of the call
-- Returns 0: taken; else in how many microseconds there will be enough.
local budget, most, wanted, token = tag .. 'b' .. ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local minute = 60000000
local instant = clock[1] * 1000000 + clock[2]
redis.call('ZREMRANGEBYSCORE', budget, '-inf', whole(instant - minute))
if redis.call('ZSCORE', budget, token .. ':1') then
  return 0 -- this call was made before, and its answer got lost
end
local short = redis.call('ZCARD', budget) + wanted - most
if short > 0 then
  local freeing = redis.call('ZRANGE', budget, short - 1, short - 1, 'WITHSCORES')
  return math.max(1, freeing[2] + minute - instant)
end
for i = 1, wanted do
  redis.call('ZADD', budget, whole(instant), token .. ':' .. i)
end
redis.call('PEXPIRE', budget, 60000)
return 0
