-- What time brings: parked lanes go on, jobs come due, turns of the dead are made anew, old dead letters go.
-- ARGV: the taker, lease (ms), how long dead letters are kept (ms); then the turns that the taker is running
-- Returns {the last turn that this made, or nil; jobs in the outbox; ms until there is more to do, or -1}.
local me, lease, kept = unpack(ARGV, 1, 3)
local offered = enter_due(1000)

for _, lane in ipairs(redis.call('ZRANGEBYSCORE', tag .. 'p', '-inf', whole(now), 'LIMIT', 0, 1000)) do
  redis.call('ZREM', tag .. 'p', lane)
  offered = offer_turn(lane)
end

local running = {}
for i = 4, #ARGV do
  running[ARGV[i]] = true
end

-- The same lane under a new turn: a worker that wakes up late finds that its old one is not out.
local function make_anew(pending)
  local turn = pending[1]
  local entry = redis.call('XRANGE', turns, turn, turn)[1]
  redis.call('XACK', turns, 'w', turn)
  redis.call('XDEL', turns, turn)
  if entry then
    offered = offer_turn(entry[2][2])
  end
end

-- Ours that we do not run: the answer to a take was lost, or its end failed. It needs no lease to run out.
local function look_through(pending, is_lost)
  if pending.err then -- no take yet, so no group
    return
  end
  for _, one in ipairs(pending) do
    if is_lost(one) then
      make_anew(one)
    end
  end
end
look_through(redis.pcall('XPENDING', turns, 'w', '-', '+', 1000, me), function(one)
  return not running[one[1]]
end)
look_through(redis.pcall('XPENDING', turns, 'w', 'IDLE', lease, '-', '+', 1000), function(one)
  return one[2] ~= me
end)

for _, id in ipairs(redis.call('ZRANGEBYSCORE', tag .. 'd', '-inf', whole(now - kept), 'LIMIT', 0, 1000)) do
  redis.call('ZREM', tag .. 'd', id)
  redis.call('DEL', tag .. 'j' .. id)
end

local wait = -1
for _, key in ipairs({'a', 'p'}) do
  local first = redis.call('ZRANGE', tag .. key, 0, 0, 'WITHSCORES')[2]
  if first then
    local ms = math.max(0, tonumber(first) - now)
    wait = wait < 0 and ms or math.min(wait, ms)
  end
end
return {offered, redis.call('XLEN', tag .. 'x'), wait}
