namespace CrmVoip.Simulador.Sip;

public sealed record SipStatus(int Code, string Reason)
{
    public static readonly SipStatus Trying = new(100, "Trying");
    public static readonly SipStatus Ringing = new(180, "Ringing");
    public static readonly SipStatus SessionProgress = new(183, "Session Progress");
    public static readonly SipStatus Ok = new(200, "OK");
    public static readonly SipStatus BadRequest = new(400, "Bad Request");
    public static readonly SipStatus Unauthorized = new(401, "Unauthorized");
    public static readonly SipStatus NotFound = new(404, "Not Found");
    public static readonly SipStatus MethodNotAllowed = new(405, "Method Not Allowed");
    public static readonly SipStatus ProxyAuthenticationRequired = new(407, "Proxy Authentication Required");
    public static readonly SipStatus TemporarilyUnavailable = new(480, "Temporarily Unavailable");
    public static readonly SipStatus UnknownDialog = new(481, "Call/Transaction Does Not Exist");
    public static readonly SipStatus AddressIncomplete = new(484, "Address Incomplete");
    public static readonly SipStatus BusyHere = new(486, "Busy Here");
    public static readonly SipStatus RequestTerminated = new(487, "Request Terminated");
    public static readonly SipStatus NotAcceptableHere = new(488, "Not Acceptable Here");
    public static readonly SipStatus RequestPending = new(491, "Request Pending");
    public static readonly SipStatus Decline = new(603, "Decline");
}
