-- Reads a stretch of a board, widened to whole groups of equal scores.
--
-- KEYS  1 head, 2 live boards, 3 scores, 4 moments, 5 details
-- ARGV  1 board's key, 2 'higher' or 'lower', 3 'sum' or 'ratio', 4 'top' or 'around',
--       5 and 6 first and last position from 0 (top), or member and span (around)
-- Returns nil when the board is not kept, else: epoch, newest event, number ranked, number ahead,
--       the next better score ahead of them or '', then for each member: id, score, moment, numerator, denominator
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 0 then return false end

local higher = ARGV[2] == 'higher'
local ranked = redis.call('ZCARD', KEYS[3])
local answer = {
  redis.call('HGET', KEYS[1], 'epoch') or '',
  redis.call('HGET', KEYS[5], 'newest') or '',
  ranked,
  0,
  '',
}

local first, last
if ARGV[4] == 'top' then
  first, last = tonumber(ARGV[5]), math.min(tonumber(ARGV[6]), ranked - 1)
else
  local rank = redis.call(higher and 'ZREVRANK' or 'ZRANK', KEYS[3], ARGV[5])
  if not rank then return answer end
  first, last = math.max(0, rank - tonumber(ARGV[6])), math.min(rank + tonumber(ARGV[6]), ranked - 1)
end
if first > last then return answer end

local function scoreAt(position)
  return redis.call(higher and 'ZREVRANGE' or 'ZRANGE', KEYS[3], position, position, 'WITHSCORES')[2]
end

local best, worst = scoreAt(first), scoreAt(last)
if higher then
  answer[4] = redis.call('ZCOUNT', KEYS[3], '(' .. best, '+inf')
  last = redis.call('ZCOUNT', KEYS[3], worst, '+inf') - 1
else
  answer[4] = redis.call('ZCOUNT', KEYS[3], '-inf', '(' .. best)
  last = redis.call('ZCOUNT', KEYS[3], '-inf', worst) - 1
end

if answer[4] > 0 then answer[5] = scoreAt(answer[4] - 1) end

local members =
  redis.call(higher and 'ZREVRANGE' or 'ZRANGE', KEYS[3], answer[4], last, 'WITHSCORES')
for at = 1, #members, 2 do
  local member = members[at]
  answer[#answer + 1] = member
  answer[#answer + 1] = members[at + 1]
  answer[#answer + 1] = redis.call('ZSCORE', KEYS[4], member) or '0'
  if ARGV[3] == 'ratio' then
    local parts = redis.call('HMGET', KEYS[5], 'n' .. member, 'd' .. member)
    answer[#answer + 1] = parts[1] or '0'
    answer[#answer + 1] = parts[2] or '0'
  else
    answer[#answer + 1] = '0'
    answer[#answer + 1] = '0'
  end
end
return answer
