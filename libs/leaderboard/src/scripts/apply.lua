-- Moves scores and the checkpoint of an organisation together.
--
-- KEYS  1 head, 2 live boards, then for each board its scores, moments and details
-- ARGV  1 checkpoint before, 2 checkpoint after, 3 generation, 4 newest event, 5 number of boards,
--       then for each board: its key, 'sum' or 'ratio', number of members,
--       then for each member: id, numerator, denominator, moment, 1 to set the moment or 0 to raise it
-- Returns 1 when applied, 0 when the store is elsewhere or boards came or went.
local head = redis.call('HMGET', KEYS[1], 'checkpoint', 'generation')
if head[1] ~= ARGV[1] or head[2] ~= ARGV[3] then return 0 end

local at = 5
local function take()
  at = at + 1
  return ARGV[at]
end

-- The moment stays with whoever has anything on the board, ranked or not.
local function note(moments, member, moment, set)
  if set == '0' then
    redis.call('ZADD', moments, 'GT', moment, member)
  elseif moment == '0' then
    redis.call('ZREM', moments, member)
  else
    redis.call('ZADD', moments, moment, member)
  end
end

for board = 1, tonumber(ARGV[5]) do
  local scores, moments, details = KEYS[3 * board], KEYS[3 * board + 1], KEYS[3 * board + 2]
  take()
  local kind, members = take(), tonumber(take())
  for _ = 1, members do
    local member, numerator, denominator, moment, set = take(), take(), take(), take(), take()
    note(moments, member, moment, set)
    if kind == 'sum' then
      if tonumber(redis.call('ZINCRBY', scores, numerator, member)) == 0 then
        redis.call('ZREM', scores, member)
      end
    else
      local above = redis.call('HINCRBY', details, 'n' .. member, numerator)
      local below = redis.call('HINCRBY', details, 'd' .. member, denominator)
      if below == 0 then
        redis.call('ZREM', scores, member)
      else
        redis.call('ZADD', scores, string.format('%.17g', above / below), member)
      end
    end
  end
  if ARGV[4] ~= '' then redis.call('HSET', details, 'newest', ARGV[4]) end
end

redis.call('HSET', KEYS[1], 'checkpoint', ARGV[2])
return 1
