/** @typedef {ReturnType<typeof browserEnvironment>} Environment */

/** What the library takes from the browser, read late so that importing and constructing touch nothing. */
export function browserEnvironment(scope = globalThis) {
  return {
    page: scope,
    get document() {
      return /** @type {Document | undefined} */ (scope.document)
    },
    get mediaDevices() {
      return scope.navigator?.mediaDevices
    },
    get permissions() {
      return scope.navigator?.permissions
    },
    get locks() {
      return scope.navigator?.locks
    },
    get online() {
      return scope.navigator?.onLine !== false
    },
    get BroadcastChannel() {
      return scope.BroadcastChannel
    },
    get PeerConnection() {
      return scope.RTCPeerConnection
    },
    get MediaStream() {
      return scope.MediaStream
    },
    get Audio() {
      return scope.Audio
    },
    get AudioContext() {
      return scope.AudioContext
    },
    get storage() {
      try {
        return scope.localStorage
      } catch {
        return undefined
      }
    },
  }
}
