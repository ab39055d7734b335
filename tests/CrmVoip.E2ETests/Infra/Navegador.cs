using System.Globalization;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

/// <summary>The installed Chromium, with a microphone that plays 1000 Hz. One process for all tests but those that kill it.</summary>
public sealed class Navegador : IAsyncDisposable
{
    private static readonly string[] _opcoes =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--allow-loopback-in-peer-connection",
        "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
    ];

    private readonly IPlaywright _playwright;
    private readonly Uri _endereco;
    private readonly string[] _microfone;
    private IBrowser? _chromium;

    static Navegador() => Assertions.SetDefaultExpectTimeout((float)Espera.Padrao.TotalMilliseconds);

    private Navegador(IPlaywright playwright, Uri endereco)
    {
        _playwright = playwright;
        _endereco = endereco;
        _microfone = ["--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={Som.CriarMicrofone()}"];
    }

    public static async Task<Navegador> AbrirAsync(Uri endereco)
    {
        var navegador = new Navegador(await Microsoft.Playwright.Playwright.CreateAsync(), endereco);
        navegador._chromium = await navegador.IniciarAsync([.. navegador._microfone, "--use-fake-ui-for-media-stream"]);
        return navegador;
    }

    /// <summary>A person at a browser of their own: cookies, storage, tabs. `cookies` are those of an earlier sign-in.</summary>
    /// <summary>Lido: every answer can be read. What a service worker passed on, Chromium hands out to nobody.</summary>
    public async Task<Sessao> NovaSessaoAsync(string? cookies = null, ColorScheme tema = ColorScheme.Light, bool lido = false)
    {
        var opcoes = Contexto(cookies, tema);
        opcoes.ServiceWorkers = lido ? ServiceWorkerPolicy.Block : ServiceWorkerPolicy.Allow;
        return await Sessao.CriarAsync(await _chromium!.NewContextAsync(opcoes));
    }

    /// <summary>A browser that refuses the microphone, as after "Bloquear".</summary>
    public Task<IBrowser> SemPermissaoAsync() => IniciarAsync([.. _microfone, "--use-fake-ui-for-media-stream=deny"]);

    public async Task<Sessao> NovaSessaoAsync(IBrowser outro, string? cookies = null) =>
        await Sessao.CriarAsync(await outro.NewContextAsync(Contexto(cookies, ColorScheme.Light)));

    /// <summary>A Chromium process of its own on a profile that outlives it: to be killed and opened again.</summary>
    public async Task<Sessao> ComPerfilAsync(string perfil)
    {
        var geral = Contexto(null, ColorScheme.Light);
        return await Sessao.CriarAsync(await _playwright.Chromium.LaunchPersistentContextAsync(perfil, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Caminhos.Chromium,
            Headless = true,
            Args = [.. _opcoes, .. _microfone, "--use-fake-ui-for-media-stream"],
            BaseURL = geral.BaseURL,
            Locale = geral.Locale,
            ViewportSize = geral.ViewportSize,
        }));
    }

    /// <summary>
    /// The same profile again after <see cref="MatarAsync"/>, at the sign-in. A Chromium that was killed now and then falls once
    /// more while it comes up; its person starts it again, and what the product had kept is still in the profile.
    /// </summary>
    public async Task<Sessao> ReabrirAsync(string perfil)
    {
        for (var vez = 1; ; vez++)
        {
            var sessao = await ComPerfilAsync(perfil);
            try
            {
                await sessao.Pagina.GotoAsync("/conta/entrar");
                return sessao;
            }
            catch (PlaywrightException erro) when (vez < 3 && erro.Message.Contains("has been closed", StringComparison.Ordinal))
            {
                await sessao.DisposeAsync();
            }
        }
    }

    /// <summary>SIGKILL for the Chromium on that profile, all its processes at once.</summary>
    public static async Task MatarAsync(string perfil)
    {
        var alvos = Directory.EnumerateDirectories("/proc")
            .Select(pasta => int.TryParse(Path.GetFileName(pasta), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && LinhaDeComando(pid).Contains($"--user-data-dir={perfil}", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(alvos);
        foreach (var pid in alvos)
        {
            try
            {
                System.Diagnostics.Process.GetProcessById(pid).Kill();
            }
            catch (ArgumentException)
            {
                // Gone with its parent meanwhile.
            }
        }

        await Espera.AteAsync("the killed browser is gone", () => Task.FromResult(alvos.TrueForAll(pid => LinhaDeComando(pid).Length == 0)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright.Dispose();
    }

    private Task<IBrowser> IniciarAsync(string[] proprias) => _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Caminhos.Chromium,
        Headless = true,
        Args = [.. _opcoes, .. proprias],
    });

    private BrowserNewContextOptions Contexto(string? cookies, ColorScheme tema) => new()
    {
        StorageState = cookies,
        BaseURL = _endereco.GetLeftPart(UriPartial.Authority),
        Locale = "pt-BR",
        TimezoneId = "America/Sao_Paulo",
        ColorScheme = tema,
        ViewportSize = new ViewportSize { Width = 1366, Height = 820 },
    };

    private static string LinhaDeComando(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }
}
