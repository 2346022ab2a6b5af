-- Give out turns, each with the head of its lane and that job's journal; counts the attempt.
-- ARGV: the taker, how many turns at most
-- Returns {last turn ever made if fewer were there, else nil; {turn, lane, job id, the job's fields} for each}.
local function next_turns(most)
  local reply = redis.pcall('XREADGROUP', 'GROUP', 'w', ARGV[1], 'COUNT', most, 'STREAMS', turns, '>')
  if reply and reply.err then -- the first take ever: there is no group yet
    redis.call('XGROUP', 'CREATE', turns, 'w', '0', 'MKSTREAM')
    return next_turns(most)
  end
  return reply and reply[1][2] or {}
end

-- The lane's first job that was not cancelled.
local function head(lane)
  local id = redis.call('LINDEX', tag .. 'q' .. lane, 0)
  while id and redis.call('EXISTS', tag .. 'j' .. id) == 0 do
    redis.call('LPOP', tag .. 'q' .. lane)
    id = redis.call('LINDEX', tag .. 'q' .. lane, 0)
  end
  return id
end

local wanted = tonumber(ARGV[2])
local given = {}
while #given < wanted do
  local offered = next_turns(wanted - #given)
  if #offered == 0 then
    break
  end
  for _, entry in ipairs(offered) do
    local turn, lane = entry[1], entry[2][2]
    local id = head(lane)
    if id then
      redis.call('HINCRBY', tag .. 'j' .. id, 'a', 1)
      given[#given + 1] = {turn, lane, id, redis.call('HGETALL', tag .. 'j' .. id)}
    else
      redis.call('XACK', turns, 'w', turn)
      redis.call('XDEL', turns, turn)
    end
  end
end

if #given == wanted then
  return {false, given}
end
local facts = redis.call('XINFO', 'STREAM', turns)
for i = 1, #facts, 2 do
  if facts[i] == 'last-generated-id' then
    return {facts[i + 1], given}
  end
end
