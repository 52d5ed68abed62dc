-- Moves scores and the checkpoint together, once.
--
-- KEYS  1 checkpoint, then the boards
-- ARGV  1 last delivery before, 2 last delivery now, then for each change: board, member, added
local checkpoint = tonumber(redis.call('GET', KEYS[1]) or '0')
if checkpoint >= tonumber(ARGV[2]) then return 0 end
for at = 3, #ARGV, 3 do
  redis.call('ZINCRBY', KEYS[tonumber(ARGV[at])], ARGV[at + 2], ARGV[at + 1])
end
redis.call('SET', KEYS[1], ARGV[2])
return 1
