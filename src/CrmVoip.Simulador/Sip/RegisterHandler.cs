using System.Globalization;

namespace CrmVoip.Simulador.Sip;

public sealed class RegisterHandler(
    SipCredentials credentials, Registrar registrar, TimeProvider clock, ILogger<RegisterHandler> logger)
{
    private const int DefaultSeconds = 600;
    private const int LongestSeconds = 3600;

    public async Task HandleAsync(SipConnection connection, SipMessage request)
    {
        if (credentials.Identify(request) is not var (conta, ramal))
        {
            await connection.SendAsync(request.CreateResponse(SipStatus.NotFound, SipDialog.NewTag()));
            return;
        }

        if (credentials.Challenge(request, conta, ramal) is { } challenge)
        {
            await connection.SendAsync(challenge);
            return;
        }

        var (domain, user) = (conta.Dominio, ramal!.Numero);
        if (request["Contact"] == "*")
        {
            registrar.Unregister(domain, user);
        }

        foreach (var contact in request.All("Contact").Where(value => value != "*"))
        {
            Apply(connection, request, contact, domain, user);
        }

        await connection.SendAsync(Accept(request, domain, user));
    }

    private void Apply(SipConnection connection, SipMessage request, string contact, string domain, string user)
    {
        var uri = SipParameters.Uri(contact);
        var seconds = SecondsOf(request, contact);
        if (seconds == 0)
        {
            registrar.Unregister(domain, user, uri);
            logger.LogInformation("Ramal {Ramal}@{Dominio} saiu", user, domain);
            return;
        }

        registrar.Register(
            domain, user, uri, SipParameters.Find(contact, "+sip.instance"), connection, TimeSpan.FromSeconds(seconds));
        logger.LogInformation("Ramal {Ramal}@{Dominio} registrado na conexao {Conexao}", user, domain, connection.Id);
    }

    private SipMessage Accept(SipMessage request, string domain, string user)
    {
        var response = request.CreateResponse(SipStatus.Ok, SipDialog.NewTag());
        foreach (var binding in registrar.Find(domain, user))
        {
            var left = (int)Math.Ceiling((binding.ExpiresAt - clock.GetUtcNow()).TotalSeconds);
            response.With("Contact", string.Create(CultureInfo.InvariantCulture, $"<{binding.ContactUri}>;expires={left}"));
        }

        return response;
    }

    private static int SecondsOf(SipMessage request, string contact)
    {
        var text = SipParameters.Find(contact, "expires") ?? request["Expires"];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Min(seconds, LongestSeconds)
            : DefaultSeconds;
    }
}
