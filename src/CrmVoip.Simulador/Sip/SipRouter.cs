using CrmVoip.Simulador.Controle;

namespace CrmVoip.Simulador.Sip;

/// <summary>Takes each message to whoever answers for it.</summary>
public sealed class SipRouter(
    RegisterHandler register, InviteHandler invite, SipDialogs dialogs, ClientTransactions transactions, FalhasDoSip falhas)
{
    public async Task HandleAsync(SipConnection connection, SipMessage message)
    {
        if (!message.IsRequest)
        {
            transactions.Deliver(message);
            return;
        }

        if (message.Method == "OPTIONS" && falhas.OptionsSemResposta)
        {
            return;
        }

        if (message.Method == "CANCEL")
        {
            await CancelAsync(connection, message);
        }
        else if (message.ToTag is not null)
        {
            await InsideDialogAsync(connection, message);
        }
        else if (message.Method == "REGISTER")
        {
            await register.HandleAsync(connection, message);
        }
        else if (message.Method == "INVITE")
        {
            await invite.HandleAsync(connection, message);
        }
        else if (message.Method != "ACK")
        {
            await connection.SendAsync(Stateless.Answer(message));
        }
    }

    private async Task InsideDialogAsync(SipConnection connection, SipMessage request)
    {
        if (dialogs.Find(request) is { } leg)
        {
            await leg.HandleAsync(connection, request);
        }
        else if (request.Method != "ACK")
        {
            await connection.SendAsync(Stateless.Answer(request));
        }
    }

    private async Task CancelAsync(SipConnection connection, SipMessage cancel)
    {
        if (dialogs.FindByCallId(cancel.CallId) is not InboundLeg leg)
        {
            await connection.SendAsync(Stateless.Answer(cancel));
            return;
        }

        await connection.SendAsync(cancel.CreateResponse(SipStatus.Ok, leg.Dialog.LocalTag));
        if (!leg.IsCancelledBy(cancel))
        {
            return;
        }

        if (falhas.AtendeAposCancelarMs is { } ms)
        {
            leg.AnswerSoon(TimeSpan.FromMilliseconds(ms));
        }
        else
        {
            await leg.CancelAsync(connection);
        }
    }
}
