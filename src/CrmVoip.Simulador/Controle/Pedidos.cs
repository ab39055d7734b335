namespace CrmVoip.Simulador.Controle;

public sealed record WebhookEnviado(string Modo, double? AtrasoSegundos, string? Url, string? Dominio, int? ACada);

public sealed record FalhasEnviadas(int? StatusDoInvite, bool? RecusarWebSocket, int? StatusDoRest, string? TokenRevogado, string? RecusaDoDiscador);

/// <summary>Only what is given changes.</summary>
public sealed record OpcoesEnviadas(
    string? Audio, int? ToqueMs, double? NaoAtendeSegundos, double? DesligaAposSegundos, double? SemAudioSegundos,
    double? GravacaoSegundos, double? PrecoSegundos, int? IntervaloMinimoMs, bool? MidiaInicial)
{
    public void Aplicar(SimuladorOptions options)
    {
        options.Audio = Audio ?? options.Audio;
        options.ToqueMs = ToqueMs ?? options.ToqueMs;
        options.NaoAtendeSegundos = NaoAtendeSegundos ?? options.NaoAtendeSegundos;
        options.DesligaAposSegundos = DesligaAposSegundos ?? options.DesligaAposSegundos;
        options.SemAudioSegundos = SemAudioSegundos ?? options.SemAudioSegundos;
        options.GravacaoSegundos = GravacaoSegundos ?? options.GravacaoSegundos;
        options.PrecoSegundos = PrecoSegundos ?? options.PrecoSegundos;
        options.IntervaloMinimoMs = IntervaloMinimoMs ?? options.IntervaloMinimoMs;
        options.MidiaInicial = MidiaInicial ?? options.MidiaInicial;
    }
}
