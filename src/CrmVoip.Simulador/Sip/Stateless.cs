namespace CrmVoip.Simulador.Sip;

/// <summary>Answers that need no dialog.</summary>
public static class Stateless
{
    public const string AllowedMethods = "INVITE, ACK, CANCEL, BYE, INFO, OPTIONS, UPDATE, REGISTER";

    public static SipMessage Answer(SipMessage request)
    {
        var status = request.Method switch
        {
            "OPTIONS" => SipStatus.Ok,
            "BYE" or "CANCEL" or "INFO" or "UPDATE" or "INVITE" or "PRACK" => SipStatus.UnknownDialog,
            _ => SipStatus.MethodNotAllowed,
        };
        return request.CreateResponse(status, SipDialog.NewTag()).With("Allow", AllowedMethods);
    }
}
