-- Puts a board in place, as of one entry of the ledger.
--
-- KEYS  1 head, 2 live boards, 3 order, 4 places, 5 details
-- ARGV  1 board's key, 2 entry that it is as of, 3 'sum', 'ratio' or 'computed', 4 newest event, 5 version of its
--       metric, then for each member: id, where it stands in the order or '' when it is not listed, numerator,
--       denominator, place
-- Returns 1 when built, 0 when the store is past that entry or has no checkpoint.
local checkpoint = redis.call('HGET', KEYS[1], 'checkpoint')
if not checkpoint or tonumber(checkpoint) > tonumber(ARGV[2]) then return 0 end

redis.call('DEL', KEYS[3], KEYS[4], KEYS[5])
for at = 6, #ARGV, 5 do
  local member, place = ARGV[at], ARGV[at + 4]
  if ARGV[at + 1] ~= '' then redis.call('ZADD', KEYS[3], ARGV[at + 1], place) end
  redis.call('HSET', KEYS[4], member, place)
  if ARGV[3] == 'ratio' then
    redis.call('HSET', KEYS[5], 'n' .. member, ARGV[at + 2], 'd' .. member, ARGV[at + 3])
  end
end
if ARGV[4] ~= '' then redis.call('HSET', KEYS[5], 'newest', ARGV[4]) end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2] .. ' ' .. ARGV[5])
redis.call('HINCRBY', KEYS[1], 'generation', 1)
return 1
