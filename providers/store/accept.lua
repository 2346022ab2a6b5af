-- Keep jobs. What is due goes before what comes now.
-- ARGV: seconds to remember a key; then for each job: lane, hash of its key, token of the call, time (ms; 0: now), key, body
-- Returns for each job: 0 its key was shown; 1 kept; a turn: kept, and its lane was idle.
enter_due(100)
local answers = {}
for i = 2, #ARGV, 6 do
  answers[#answers + 1] = accept(ARGV[1], unpack(ARGV, i, i + 5))
end
return answers
