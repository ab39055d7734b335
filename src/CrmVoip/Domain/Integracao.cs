namespace CrmVoip.Domain;

/// <summary>Platforms an organization can connect. Stored as text, checked by the database.</summary>
public enum PlataformaEnum
{
    Api4com,
}

public enum StatusDaIntegracao
{
    NaoConectada,
    Conectada,
    ComErro,
}

/// <summary>Sip: INVITE from the browser. Dialer: the provider rings the ramal first (POST /dialer).</summary>
public enum ModoDeDiscagem
{
    Sip,
    Dialer,
}

/// <summary>What the provider reports by itself. SoDiscador: only calls it dialled, because another system holds the place for all.</summary>
public enum EstadoDoGancho
{
    NaoRegistrado,
    Completo,
    SoDiscador,
    Recusado,
}

/// <summary>
/// The connection of one organization to one platform. AccessToken, WebhookSegredo and TurnSenha are sealed by the vault.
/// IceServers are stun:, turn: and turns: addresses; the TURN user and password serve all of them.
/// </summary>
public sealed class Integracao(Guid organizacaoId, PlataformaEnum plataforma, string baseUrl) : Entidade(organizacaoId)
{
    public const int BaseUrlMaximo = 300;
    public const int TokenMaximo = 500;
    public const int TurnMaximo = 200;
    public const int IceServersMaximo = 5;
    public const string ColunaDoToken = "integracoes.access_token";
    public const string ColunaDoWebhook = "integracoes.webhook_segredo";
    public const string ColunaDoTurn = "integracoes.turn_senha";

    public PlataformaEnum Plataforma { get; private init; } = plataforma;

    public string? AccessToken { get; private set; }

    public string? TokenFinal { get; private set; }

    public string BaseUrl { get; private set; } = baseUrl;

    public string? SipDomain { get; private set; }

    public string? WssUrl { get; private set; }

    /// <summary>What the account revealed, beside what is used: the difference was typed by a person.</summary>
    public string? DominioDaConta { get; private set; }

    public string? WssDaConta { get; private set; }

    public string[] IceServers { get; private set; } = [];

    public string? TurnUsuario { get; private set; }

    public string? TurnSenha { get; private set; }

    public ModoDeDiscagem ModoDeDiscagem { get; private set; } = ModoDeDiscagem.Sip;

    public string? WebhookSegredo { get; private set; }

    public EstadoDoGancho Gancho { get; private set; } = EstadoDoGancho.NaoRegistrado;

    public StatusDaIntegracao Status { get; private set; } = StatusDaIntegracao.NaoConectada;

    public string? UltimoErro { get; private set; }

    /// <summary>Since when it does not work; null while it does.</summary>
    public DateTimeOffset? ErroDesde { get; private set; }

    /// <summary>Webhooks that nobody could read; their content is kept nowhere.</summary>
    public int GanchosIlegiveis { get; private init; }

    public DateTimeOffset? GanchoIlegivelEm { get; private init; }

    public DateTimeOffset? ConectadaEm { get; private set; }

    public DateTimeOffset? UltimoTesteEm { get; private set; }

    public Guid? UltimoTestePor { get; private set; }

    /// <summary>When the provider's list was last asked for.</summary>
    public DateTimeOffset? ReconciliadaEm { get; private set; }

    /// <summary>Up to where the provider's list was read without a gap.</summary>
    public DateTimeOffset? ConferidaAte { get; private set; }

    /// <summary>When what an earlier version knew of the provider's calls had become records.</summary>
    public DateTimeOffset? RegistrosPreenchidosEm { get; private set; }

    /// <summary>When the administradores were told that calls were made and the provider knew nothing of them; null while it does.</summary>
    public DateTimeOffset? SilencioAvisadoEm { get; private set; }

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset AtualizadoEm { get; private set; } = DateTimeOffset.UtcNow;

    public void GuardarToken(string tokenCifrado, string tokenFinal)
    {
        AccessToken = tokenCifrado;
        TokenFinal = tokenFinal;
    }

    /// <summary>A new token may be another account: what the former one revealed no longer holds.</summary>
    public void EsquecerConta()
    {
        SipDomain = null;
        WssUrl = null;
        DominioDaConta = null;
        WssDaConta = null;
        Gancho = EstadoDoGancho.NaoRegistrado;
        ReconciliadaEm = null;
        ConferidaAte = null;
        SilencioAvisadoEm = null;
    }

    public void GuardarSegredoDoWebhook(string segredoCifrado) => WebhookSegredo = segredoCifrado;

    public void MarcarGancho(EstadoDoGancho estado) => Gancho = estado;

    public void ApontarPara(string baseUrl, string? sipDomain, string? wssUrl)
    {
        BaseUrl = baseUrl;
        SipDomain = sipDomain ?? SipDomain;
        WssUrl = wssUrl ?? WssUrl;
    }

    /// <summary>What the provider reveals fills only what nobody has filled in.</summary>
    public void Completar(string? sipDomain, string? wssUrl)
    {
        SipDomain = SipDomain == DominioDaConta ? sipDomain ?? SipDomain : SipDomain;
        WssUrl = WssUrl == WssDaConta ? wssUrl ?? WssUrl : WssUrl;
        Revelar(sipDomain, wssUrl);
    }

    public void Revelar(string? sipDomain, string? wssUrl)
    {
        DominioDaConta = sipDomain ?? DominioDaConta;
        WssDaConta = wssUrl ?? WssDaConta;
    }

    /// <summary>Where a number is one ramal and no other: the account's own domain, else the one that was typed; empty while neither is known.</summary>
    public string LugarDosRamais => (DominioDaConta ?? SipDomain ?? "").ToLowerInvariant();

    /// <summary>The provider names calls and ramais by the account's own domain, also where the phone goes to another.</summary>
    public bool EhDominioDaConta(string? dominio) =>
        dominio is null || SipDomain is null
        || string.Equals(dominio, SipDomain, StringComparison.OrdinalIgnoreCase)
        || string.Equals(dominio, DominioDaConta, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without a TURN server, user and password have nothing to serve and are forgotten.</summary>
    public void ConfigurarMidia(ModoDeDiscagem modo, string[] iceServers, string? turnUsuario)
    {
        ModoDeDiscagem = modo;
        IceServers = iceServers;
        var temTurn = Array.Exists(iceServers, UsaTurn);
        TurnUsuario = temTurn ? turnUsuario : null;
        TurnSenha = temTurn ? TurnSenha : null;
    }

    public static bool UsaTurn(string iceServer) => iceServer.StartsWith("turn", StringComparison.OrdinalIgnoreCase);

    public void GuardarSenhaDoTurn(string senhaCifrada) => TurnSenha = senhaCifrada;

    public void Conectar(Guid porUsuario, DateTimeOffset agora)
    {
        ConectadaEm = Status == StatusDaIntegracao.Conectada ? ConectadaEm : agora;
        Status = StatusDaIntegracao.Conectada;
        UltimoErro = null;
        ErroDesde = null;
        RegistrarTeste(porUsuario, agora);
    }

    public void RegistrarTeste(Guid porUsuario, DateTimeOffset agora)
    {
        UltimoTesteEm = agora;
        UltimoTestePor = porUsuario;
        AtualizadoEm = agora;
    }

    /// <returns>True when it worked until now: the moment to tell somebody.</returns>
    public bool MarcarErro(string erro, DateTimeOffset agora)
    {
        var novo = Status != StatusDaIntegracao.ComErro;
        Status = StatusDaIntegracao.ComErro;
        UltimoErro = erro;
        ErroDesde ??= agora;
        AtualizadoEm = agora;
        return novo;
    }

    public void RegistrarConferencia(DateTimeOffset agora) => ReconciliadaEm = agora;

    /// <summary>Moves only forward, and only over what was read.</summary>
    public void ConferirAte(DateTimeOffset ate) => ConferidaAte = ate > ConferidaAte ? ate : ConferidaAte ?? ate;

    public void MarcarPreenchida(DateTimeOffset agora) => RegistrosPreenchidosEm ??= agora;

    /// <returns>True when it is time to tell somebody.</returns>
    public bool MarcarSilencio(bool calada, DateTimeOffset agora)
    {
        var novo = calada && SilencioAvisadoEm is null;
        SilencioAvisadoEm = calada ? SilencioAvisadoEm ?? agora : null;
        return novo;
    }

    /// <summary>The provider took the saved token again.</summary>
    /// <returns>True when it did not until now.</returns>
    public bool Sarar(DateTimeOffset agora)
    {
        if (Status != StatusDaIntegracao.ComErro)
        {
            return false;
        }

        Status = StatusDaIntegracao.Conectada;
        ConectadaEm = agora;
        UltimoErro = null;
        ErroDesde = null;
        AtualizadoEm = agora;
        return true;
    }

    /// <summary>Erases every secret and all that the account revealed. The address stays, to start from.</summary>
    public void Desconectar(DateTimeOffset agora)
    {
        EsquecerConta();
        AccessToken = null;
        TokenFinal = null;
        WebhookSegredo = null;
        ConfigurarMidia(ModoDeDiscagem.Sip, [], null);
        Status = StatusDaIntegracao.NaoConectada;
        UltimoErro = null;
        ErroDesde = null;
        ConectadaEm = null;
        UltimoTesteEm = null;
        UltimoTestePor = null;
        AtualizadoEm = agora;
    }
}
