-- Forget takers that have no turns: ourselves, and those unheard of for a day. One with turns must stay: its turns
-- would vanish with it.
-- ARGV: the taker that leaves, or nothing
local takers = redis.pcall('XINFO', 'CONSUMERS', turns, 'w')
if takers.err then
  return 0
end
local gone = 0
for _, facts in ipairs(takers) do
  local taker = {}
  for i = 1, #facts, 2 do
    taker[facts[i]] = facts[i + 1]
  end
  if taker.pending == 0 and (taker.name == ARGV[1] or taker.idle > 86400000) then
    redis.call('XGROUP', 'DELCONSUMER', turns, 'w', taker.name)
    gone = gone + 1
  end
end
return gone
