using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Controle;

namespace CrmVoip.Simulador.Sip;

/// <summary>Lets a request through only with the digest of the extension it claims to come from.</summary>
public sealed class SipCredentials(DigestAuthenticator digest, ContasDeDemonstracao contas, FalhasDoSip falhas)
{
    /// <summary>The account the request is addressed to and the extension it names; null when unknown.</summary>
    public (Conta Conta, Ramal? Ramal)? Identify(SipMessage request)
    {
        var identity = request.Method == "REGISTER" ? request.To : request.From;
        return contas.PorDominio(SipParameters.Host(identity)) is { } conta
            ? (conta, conta.Ramal(SipParameters.User(identity)))
            : null;
    }

    /// <summary>Null when authenticated, else the challenge to send. An unknown extension is challenged like a wrong password.</summary>
    public SipMessage? Challenge(SipMessage request, Conta conta, Ramal? ramal)
    {
        var (status, challengeHeader, answerHeader) = request.Method == "REGISTER"
            ? (SipStatus.Unauthorized, "WWW-Authenticate", "Authorization")
            : (SipStatus.ProxyAuthenticationRequired, "Proxy-Authenticate", "Proxy-Authorization");

        var realm = falhas.Realm ?? conta.Dominio;
        var result = digest.Verify(
            request[answerHeader], request.Method, ramal?.Numero ?? "", realm, ramal?.Senha ?? "");
        if (result == DigestResult.Accepted && ramal is not null)
        {
            return null;
        }

        return request
            .CreateResponse(status, SipDialog.NewTag())
            .With(challengeHeader, digest.Challenge(realm, result == DigestResult.Stale));
    }
}
