--[[
  audit_done: audit events are kept, and leave the stream.

  Acknowledges and deletes in one step, so that nothing is deleted that is not acknowledged.

  KEYS[1]  audit-events   stream, see docs/redis-schema.md
           deletes entries; writes the group registry, if it is there
  ARGV[1]  id of the first entry; further ones follow

  Returns an array; its first element names the outcome.
    DONE  they are not in the stream, and will not be handed out again

  Clock: none.
]]

redis.call('XACK', KEYS[1], 'registry', unpack(ARGV))
redis.call('XDEL', KEYS[1], unpack(ARGV))
return { 'DONE' }
