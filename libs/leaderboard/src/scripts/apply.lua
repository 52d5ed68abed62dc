-- Moves scores and the checkpoint of an organisation together.
--
-- KEYS  1 head, 2 live boards, then for each board its order, places and details
-- ARGV  1 checkpoint before, 2 checkpoint after, 3 generation, 4 newest event, 5 number of boards,
--       then for each board: its key, 'sum', 'ratio' or 'computed', 1 or -1 to turn scores into the order, the
--       denominator from which on a ratio has a place, what one piece is in it where the bound of a
--       proportion orders or 0, number of members, then for each member: id, numerator (computed: its score or ''), denominator, place, 1 to set the moment in
--       the place or 0 to raise it
-- Returns 1 when applied, 0 when the store is elsewhere or boards came or went.
local head = redis.call('HMGET', KEYS[1], 'checkpoint', 'generation')
if head[1] ~= ARGV[1] or head[2] ~= ARGV[3] then return 0 end

-- What each call costs, not each value: members move together, so many as Lua can pass on.
local TOGETHER = 500

local at = 5
local function take()
  at = at + 1
  return ARGV[at]
end

local function call(name, key, values)
  if #values == 0 then return {} end
  return redis.call(name, key, unpack(values))
end

local function momentIn(place)
  return tonumber(string.sub(place, 1, 16))
end

local function takeMembers(count)
  local members, ids = {}, {}
  for index = 1, count do
    local id, numerator, denominator, place, set = take(), take(), take(), take(), take()
    ids[index] = id
    members[index] =
      { id = id, numerator = numerator, denominator = denominator, place = place, raise = set == '0' }
  end
  return members, ids
end

-- Where each stood and with what score; where they stand from now on.
local function findPlaces(members, ids, order, places)
  local before = call('HMGET', places, ids)
  local known = {}
  for index, member in ipairs(members) do
    member.before = before[index]
    if member.before and member.raise and momentIn(member.before) > momentIn(member.place) then
      member.place = member.before
    end
    known[index] = member.before or member.place
  end
  return call('ZMSCORE', order, known)
end

-- From here on those without a place, as `boardOrder` has it.
local WITHOUT_PLACE = 2 ^ 52
local Z = 1.96

-- As `wilsonBound` works it out, step by step: lower where higher is better, else upper.
local function boundOf(above, below, each, sign)
  local count = below / each
  local rate = math.min(1, math.max(0, above / below))
  local square = Z * Z
  local middle = rate + square / (2 * count)
  local spread = (rate * (1 - rate)) / count + square / (4 * count * count)
  local margin = Z * math.sqrt(spread)
  local sum = sign == -1 and middle - margin or middle + margin
  return sum / (1 + square / count)
end

local function orderOf(above, below, sign, least, each)
  if below < least then return WITHOUT_PLACE + least - below end
  if each > 0 then return sign * boundOf(above, below, each, sign) end
  return sign * (above / below)
end

local function scoreOf(member, known, rules, details)
  local kind, sign = rules.kind, rules.sign
  if kind == 'computed' then
    return member.numerator ~= '' and sign * tonumber(member.numerator) or nil
  end
  if kind == 'sum' then
    local score = sign * tonumber(member.numerator) + tonumber(known or 0)
    return score ~= 0 and score or nil
  end
  local above = redis.call('HINCRBY', details, 'n' .. member.id, member.numerator)
  local below = redis.call('HINCRBY', details, 'd' .. member.id, member.denominator)
  return below ~= 0 and orderOf(above, below, sign, rules.least, rules.each) or nil
end

local function moveMembers(count, rules, order, places, details)
  local members, ids = takeMembers(count)
  local known = findPlaces(members, ids, order, places)
  local left, ranked, placed = {}, {}, {}
  for index, member in ipairs(members) do
    local score = scoreOf(member, known[index], rules, details)
    local isElsewhere = member.before ~= member.place
    if member.before and (isElsewhere or not score) then left[#left + 1] = member.before end
    if score then
      -- With all digits: Lua's own way of writing numbers rounds them.
      ranked[#ranked + 1] = string.format('%.17g', score)
      ranked[#ranked + 1] = member.place
    end
    if isElsewhere then
      placed[#placed + 1] = member.id
      placed[#placed + 1] = member.place
    end
  end
  call('ZREM', order, left)
  call('ZADD', order, ranked)
  call('HSET', places, placed)
end

for board = 1, tonumber(ARGV[5]) do
  local order, places, details = KEYS[3 * board], KEYS[3 * board + 1], KEYS[3 * board + 2]
  take()
  local rules = { kind = take(), sign = tonumber(take()), least = tonumber(take()), each = tonumber(take()) }
  local members = tonumber(take())
  for first = 1, members, TOGETHER do
    local count = math.min(TOGETHER, members - first + 1)
    moveMembers(count, rules, order, places, details)
  end
  if ARGV[4] ~= '' then redis.call('HSET', details, 'newest', ARGV[4]) end
end

redis.call('HSET', KEYS[1], 'checkpoint', ARGV[2])
return 1
