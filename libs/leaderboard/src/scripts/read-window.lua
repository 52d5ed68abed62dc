-- Reads a stretch of a board and one line on either side of it, however many share a score.
--
-- KEYS  1 head, 2 live boards, 3 order, 4 places, 5 details
-- ARGV  1 board's key, 2 'sum' or 'ratio', 3 version of its metric, 4 'top' or 'around',
--       5 and 6 first and last position from 0 (top), or member and span (around)
-- Returns nil when the board is not kept, or was built by another version, else: epoch, newest event, number with a
--       place, number without, position of the first member, number that stand before them, where the last
--       of those stands in the order or '', then for each member: place, where it stands in the order, and of a
--       ratio numerator and denominator
local built = redis.call('HGET', KEYS[2], ARGV[1])
if not built or string.match(built, '%d+$') ~= ARGV[3] then return false end

-- From 2 ^ 52 on the order has those without a place.
local listed = redis.call('ZCARD', KEYS[3])
local ranked = ARGV[2] == 'ratio' and redis.call('ZCOUNT', KEYS[3], '-inf', '(4503599627370496') or listed
local answer = {
  redis.call('HGET', KEYS[1], 'epoch') or '',
  redis.call('HGET', KEYS[5], 'newest') or '',
  ranked,
  listed - ranked,
  0,
  0,
  '',
}

local first, last
if ARGV[4] == 'top' then
  first, last = tonumber(ARGV[5]), tonumber(ARGV[6])
else
  local place = redis.call('HGET', KEYS[4], ARGV[5])
  local rank = place and redis.call('ZRANK', KEYS[3], place)
  if not rank then return answer end
  first, last = rank - tonumber(ARGV[6]), rank + tonumber(ARGV[6])
end
first, last = math.max(first - 1, 0), math.min(last + 1, listed - 1)
if first > last then return answer end

local members = redis.call('ZRANGE', KEYS[3], first, last, 'WITHSCORES')
answer[5] = first
answer[6] = redis.call('ZCOUNT', KEYS[3], '-inf', '(' .. members[2])
if answer[6] > 0 then
  answer[7] = redis.call('ZRANGE', KEYS[3], answer[6] - 1, answer[6] - 1, 'WITHSCORES')[2]
end

for at = 1, #members, 2 do
  local place = members[at]
  answer[#answer + 1] = place
  answer[#answer + 1] = members[at + 1]
  if ARGV[2] == 'ratio' then
    local member = string.format('%d', tonumber(string.sub(place, -10)))
    local parts = redis.call('HMGET', KEYS[5], 'n' .. member, 'd' .. member)
    answer[#answer + 1] = parts[1] or '0'
    answer[#answer + 1] = parts[2] or '0'
  end
end
return answer
