using System.Text.Json;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

public sealed record Espectro(double PeakHz, double Dbfs);

/// <summary>The rep's ear: what arrives in the page, measured by probe.js.</summary>
public sealed class Escuta(IPage pagina)
{
    public static string Script { get; } = LerScript();

    public Task<int[]> ConexoesAsync() => pagina.EvaluateAsync<int[]>("() => __probe.connections()");

    public Task<long> BytesAsync() => pagina.EvaluateAsync<long>("() => __probe.inboundBytes()");

    /// <summary>What the page's last connection was told of STUN and TURN.</summary>
    public Task<string> ServidoresIceAsync() => pagina.EvaluateAsync<string>("() => __probe.iceServers()");

    public Task<string[]> EstadosAsync() => pagina.EvaluateAsync<string[]>("() => __probe.states()");

    /// <summary>Level of each frequency in each channel of a recording.</summary>
    public Task<double[][]> NiveisAsync(string url, params double[] frequencias) =>
        LerAsync<double[][]>("([url, frequencies]) => __probe.levels(url, frequencies)", new object[] { url, frequencias });

    public Task<Espectro> OuvirAsync() => LerAsync<Espectro>("() => __probe.hear()");

    public async Task OuveAsync(double hertz)
    {
        await Espera.AteAsync($"the rep hears {hertz} Hz", OuvirAsync, e => e.Dbfs > -40 && Math.Abs(e.PeakHz - hertz) <= 10);
        await Espera.AteAsync("an audio element plays it", () => pagina.EvaluateAsync<bool>("() => __probe.plays()"));
    }

    public Task NaoOuveAsync() => Espera.AteAsync("the rep hears nothing", OuvirAsync, e => e.Dbfs < -60);

    /// <summary>The same connection as before, with sound still coming in.</summary>
    public async Task ContinuaAsync(int[] conexoes)
    {
        Assert.Equal(conexoes, await ConexoesAsync());
        var antes = await BytesAsync();
        await Espera.AteAsync("inbound audio still rises", BytesAsync, agora => agora > antes + 2_000);
    }

    // Playwright's own conversion knows no records.
    private async Task<T> LerAsync<T>(string expressao, object? argumento = null) =>
        (await pagina.EvaluateAsync<JsonElement>(expressao, argumento)).Deserialize<T>(JsonSerializerOptions.Web)!;

    private static string LerScript()
    {
        using var leitor = new StreamReader(typeof(Escuta).Assembly.GetManifestResourceStream("probe.js")!);
        return leitor.ReadToEnd();
    }
}
