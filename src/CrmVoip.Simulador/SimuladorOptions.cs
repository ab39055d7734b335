namespace CrmVoip.Simulador;

/// <summary>Settings of section <c>Simulador</c> (environment <c>Simulador__Nome</c>); the control API may change them while running.</summary>
public sealed record SimuladorOptions
{
    public const string Section = "Simulador";

    /// <summary><c>musica</c> or <c>tom</c> (440 Hz).</summary>
    public string Audio { get; set; } = "musica";

    public int ToqueMs { get; set; } = 2000;

    public double NaoAtendeSegundos { get; set; } = 45;

    public double DesligaAposSegundos { get; set; } = 5;

    /// <summary>Without audio from the rep for this long, the call is ended.</summary>
    public double SemAudioSegundos { get; set; } = 20;

    public double GravacaoSegundos { get; set; } = 4;

    public double PrecoSegundos { get; set; } = 30;

    /// <summary>Requests to <c>/calls</c> closer than this are answered 429; 0 turns the limit off.</summary>
    public int IntervaloMinimoMs { get; set; }

    /// <summary>Sends the ringback as early media (183) instead of a bare 180.</summary>
    public bool MidiaInicial { get; set; }

    /// <summary>Opens the control API of the tests.</summary>
    public bool Controle { get; set; }

    /// <summary>Receives every event of every account, besides the integrations saved over REST.</summary>
    public string? Webhook { get; set; }

    /// <summary>Further addresses, comma separated, offered to the browser for the audio.</summary>
    public string Enderecos { get; set; } = "";

    /// <summary>Folder where calls, recordings and integrations outlive a restart; without it they are temporary.</summary>
    public string? Dados { get; set; }

    public string? UrlPublica { get; set; }

    public void CopiarDe(SimuladorOptions outras)
    {
        foreach (var propriedade in typeof(SimuladorOptions).GetProperties().Where(p => p.CanWrite))
        {
            propriedade.SetValue(this, propriedade.GetValue(outras));
        }
    }
}
