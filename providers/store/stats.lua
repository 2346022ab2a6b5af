-- Returns {jobs in lanes, ms since the oldest of them entered or -1, turns out, lanes parked and jobs not due, dead letters}.
local oldest = redis.call('ZRANGE', tag .. 'w', 0, 0, 'WITHSCORES')[2]
local pending = redis.pcall('XPENDING', turns, 'w')
return {
  redis.call('ZCARD', tag .. 'w'),
  oldest and now - oldest or -1,
  pending.err and 0 or pending[1],
  redis.call('ZCARD', tag .. 'p') + redis.call('ZCARD', tag .. 'a'),
  redis.call('ZCARD', tag .. 'd'),
}
