--[[
  session_write: start a browser session, or add fields to a live one.

  KEYS[1]  session:<SHA-256 of the cookie>   hash, see docs/redis-schema.md
           reads   handles
           writes  every field of ARGV; started_at and ends_at for a new session; handles
           deletes the oldest of more than 20 fields grant.<handle>
  ARGV[1]  NEW or LIVE; LIVE never brings back a session that has ended
  ARGV[2]  idle lifetime in milliseconds
  ARGV[3]  absolute lifetime in milliseconds
  ARGV[4..] field, value, ...

  Returns an array; its first element names the outcome.
    WRITTEN
    NONE      mode LIVE, and there is no such session

  Clock: Redis's own, in milliseconds.
]]

-- More than a person can tell apart; whoever keeps coming across grants must not fill the store.
local MOST_GRANTS = 20

local key, mode, idle, absolute = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

if mode == 'NEW' then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('HSET', key, 'started_at', now, 'ends_at', now + absolute)
  redis.call('PEXPIREAT', key, now + math.min(idle, absolute))
elseif redis.call('EXISTS', key) == 0 then
  return { 'NONE' }
end
redis.call('HSET', key, unpack(ARGV, 4))

local order, came = {}, {}
for i = 4, #ARGV, 2 do
  local handle = ARGV[i]:match('^grant%.(.+)$')
  if handle then
    came[#came + 1] = handle
    came[handle] = true
  end
end
if #came > 0 then
  for handle in (redis.call('HGET', key, 'handles') or ''):gmatch('%S+') do
    if not came[handle] then
      order[#order + 1] = handle
    end
  end
  for _, handle in ipairs(came) do
    order[#order + 1] = handle
  end
  while #order > MOST_GRANTS do
    redis.call('HDEL', key, 'grant.' .. table.remove(order, 1))
  end
  redis.call('HSET', key, 'handles', table.concat(order, ' '))
end
return { 'WRITTEN' }
