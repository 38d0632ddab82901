--[[
  upstream_logout: note that a provider has ended a session, or all sessions of a person.

  KEYS[1]  ended-session:<digest> or ended-person:<digest>   string, see docs/redis-schema.md
           writes  the time
  ARGV[1]  absolute lifetime of a session of ours in milliseconds: beyond it there is none to end

  Returns an array; its first element names the outcome.
    MARKED

  Clock: Redis's own, in milliseconds, as for started_at of a session.
]]

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('SET', KEYS[1], now, 'PX', ARGV[1])
return { 'MARKED' }
