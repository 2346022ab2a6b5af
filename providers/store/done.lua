-- End a turn: its job and journal go, documents and follow-ups are written, the lane moves on. All or nothing.
-- ARGV: the taker, turn, lane, job id, seconds to remember a key;
--   how many documents, for each: name, value, ttl (ms; 0: for ever);
--   how many drops, for each: name;
--   how many jobs for lanes of this partition, for each: as in accept;
--   how many jobs for other partitions, for each: lane, time (ms), key, body
-- Returns 0 when the turn is not ours; else the last turn that this made, or 1.
local me, turn, lane, id, remember = unpack(ARGV, 1, 5)
if not mine(turn, me) then
  return was_made(turn, me .. ' done')
end

local read = 5
local function argument()
  read = read + 1
  return ARGV[read]
end

for _ = 1, tonumber(argument()) do
  local name, value, ttl = argument(), argument(), argument()
  write_document(name, value, ttl, '')
end
for _ = 1, tonumber(argument()) do
  redis.call('DEL', tag .. 'k' .. argument())
end
local offered = 1
for _ = 1, tonumber(argument()) do -- before the lane moves on: one for this very lane finds it busy
  local answer = accept(remember, argument(), argument(), argument(), argument(), argument(), argument())
  offered = type(answer) == 'string' and answer or offered
end
for _ = 1, tonumber(argument()) do
  local to, time, key, body = argument(), argument(), argument(), argument()
  redis.call('XADD', tag .. 'x', '*', 'l', to, 't', time, 'k', key, 'b', body)
end

redis.call('DEL', tag .. 'j' .. id)
local next_turn = advance(lane, id)
end_turn(turn, me .. ' done')
return type(next_turn) == 'string' and next_turn or offered
