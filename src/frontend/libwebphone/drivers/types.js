// What a driver and its sessions tell.

/**
 * @import { Cause, EndedBy } from "../types.js"
 * @import { JsSipSession } from "./jssip-session.js"
 */

/** @typedef {{ cause: Cause, sipCode: number | null, realm?: string }} Failure */

/**
 * An INVITE of the other side.
 * @typedef {object} Incoming
 * @property {JsSipSession} session
 * @property {string} from
 * @property {(name: string) => string | undefined} header
 * @property {(code: number) => void} reject
 * @property {(options: { stream: MediaStream | null, iceTransportPolicy: RTCIceTransportPolicy }) => void} answer
 */

/**
 * @typedef {object} DriverEvents
 * @property {void} connecting
 * @property {void} connected
 * @property {void} disconnected
 * @property {void} registered
 * @property {void} unregistered
 * @property {Failure} registrationFailed
 * @property {Incoming} incoming
 * @property {void} heard
 * @property {void} silent
 */

/**
 * @typedef {object} SessionEvents
 * @property {RTCPeerConnection} peerconnection
 * @property {void} sending
 * @property {void} ringing
 * @property {void} early
 * @property {void} established
 * @property {{ cause: string }} recoverable
 * @property {boolean} remoteHold
 * @property {void} lost
 * @property {{ by: EndedBy, cause: Cause, sipCode: number | null }} ended
 */

export {}
