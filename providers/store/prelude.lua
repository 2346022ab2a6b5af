-- What the scripts of the store share; it stands before each of them.
--
-- KEYS[1] is the tag of a partition, such as {y0}. All keys begin with it, so Redis Cluster keeps them on one node:
--   s<hash>   a key that was shown: the token of the call that showed it first, for 72 hours
--   j<id>     a job: l lane, k key, b body, t when it entered its lane (ms), a attempts, e last error,
--             x why and d when it was buried, and its journal: "s:", "r:" or "n:" before the step
--   q<lane>   the ids of a lane's jobs, its head first (the id of a cancelled job stays, its j<id> is gone)
--   w         the jobs in lanes, by when they entered
--   t         the turns: one entry for each lane that has jobs and is not parked; consumer group "w"
--   p         the parked lanes, by when they go on
--   a, i      jobs for later: by time; and their ids by lane and key
--   d         dead letters, by when they were buried
--   x         the outbox: jobs for lanes of other partitions
--   e         calls that were made within 10 s: tells a repetition, after a lost answer, from a second call
--   n         the last job id
--   k<document>  b<budget>  h<hold>

local tag = KEYS[1]
local turns = tag .. 't'
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- Numbers as arguments, never in the form 1e+15.
local function whole(number)
  return string.format('%.0f', number)
end

-- A fixed width, so that ids sort by age where a sorted set holds several for one moment.
local function new_id()
  return string.format('%012.0f', redis.call('INCR', tag .. 'n'))
end

local function offer_turn(lane)
  return redis.call('XADD', turns, '*', 'l', lane)
end

-- The job goes to the end of its lane. Returns the lane's turn when that made one, else 1.
local function enter(id, lane)
  redis.call('HSET', tag .. 'j' .. id, 't', whole(now))
  redis.call('ZADD', tag .. 'w', whole(now), id)
  if redis.call('RPUSH', tag .. 'q' .. lane, id) == 1 then
    return offer_turn(lane)
  end
  return 1
end

-- Jobs whose time has come enter their lanes, earliest first. Returns the last turn that this made.
local function enter_due(most)
  local offered = false
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', tag .. 'a', '-inf', whole(now), 'LIMIT', 0, most)) do
    local lane, key = unpack(redis.call('HMGET', tag .. 'j' .. id, 'l', 'k'))
    redis.call('ZREM', tag .. 'a', id)
    redis.call('HDEL', tag .. 'i', lane .. '\0' .. key)
    local turn = enter(id, lane)
    offered = turn ~= 1 and turn or offered
  end
  return offered
end

-- Keep a job, unless its key was shown. 0: it was; a turn: one was made for its lane; 1: kept, and no turn made.
local function accept(remember, lane, hash, token, at, key, body)
  if not redis.call('SET', tag .. 's' .. hash, token, 'NX', 'EX', remember) then
    -- Our own token: this call was made before, and its answer got lost.
    return redis.call('GET', tag .. 's' .. hash) == token and 1 or 0
  end
  local id = new_id()
  redis.call('HSET', tag .. 'j' .. id, 'l', lane, 'k', key, 'b', body)
  if tonumber(at) <= now then
    return enter(id, lane)
  end
  redis.call('ZADD', tag .. 'a', at, id)
  redis.call('HSET', tag .. 'i', lane .. '\0' .. key, id)
  return 1
end

-- The fence: whether `turn` is out, and with `me`. A turn's id is never given to a second consumer.
local function mine(turn, me)
  local pending = redis.pcall('XPENDING', turns, 'w', turn, turn, 1)
  return not pending.err and #pending == 1 and pending[1][2] == me
end

-- Remember that a call was made, and whether it was.
local function made(what, by)
  redis.call('ZREMRANGEBYSCORE', tag .. 'e', '-inf', whole(now - 10000))
  redis.call('ZADD', tag .. 'e', whole(now), what .. ' ' .. by)
end
local function was_made(what, by)
  return redis.call('ZSCORE', tag .. 'e', what .. ' ' .. by) and 1 or 0
end

local function end_turn(turn, by)
  redis.call('XACK', turns, 'w', turn)
  redis.call('XDEL', turns, turn)
  made(turn, by)
end

-- The head leaves its lane. Returns the turn of what comes next, else 1.
local function advance(lane, id)
  redis.call('LPOP', tag .. 'q' .. lane)
  redis.call('ZREM', tag .. 'w', id)
  if redis.call('EXISTS', tag .. 'q' .. lane) == 1 then
    return offer_turn(lane)
  end
  return 1
end

-- Write a document; versions grow by the clock, so that one made anew after a drop never repeats a version.
local function write_document(name, value, ttl, writer)
  local key = tag .. 'k' .. name
  local before = tonumber(redis.call('HGET', key, 'n') or 0)
  local version = math.max(before + 1, clock[1] * 1000000 + clock[2])
  redis.call('DEL', key)
  redis.call('HSET', key, 'v', value, 'n', whole(version))
  if writer ~= '' then
    redis.call('HSET', key, 'w', writer)
  end
  if tonumber(ttl) > 0 then
    redis.call('PEXPIRE', key, ttl)
  end
end
