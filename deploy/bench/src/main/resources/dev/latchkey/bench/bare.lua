--[[
  bare: the least that can answer a poll of a pending grant, for the baselines of `make bench`.

  It reads three fields and writes nothing: no clock, no proof, no pace. poll.lua reads seven, asks
  for the time and writes one, so part of what Latchkey costs beside a baseline is Redis's own work.

  KEYS[1]  grant:{<GrantId>}   hash, see docs/redis-schema.md
           reads   client_id state expires_at
  ARGV[1]  client_id

  Returns a name.
    PENDING   this client's grant, and pending
    UNKNOWN   anything else
]]

local f = redis.call('HMGET', KEYS[1], 'client_id', 'state', 'expires_at')
if f[1] == ARGV[1] and f[2] == 'PENDING' and f[3] then
  return 'PENDING'
end
return 'UNKNOWN'
