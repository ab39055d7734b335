using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Hosting.Receitas;

/// <summary>A real nginx with docs/operations/nginx.conf, in front of two addresses.</summary>
public sealed class Nginx : IAsyncDisposable
{
    public const string Nome = "crm.example.com";
    private readonly string _pasta = Directory.CreateTempSubdirectory("nginx-").FullName;
    private readonly int _http = PortaLivre.Achar();
    private readonly int _https = PortaLivre.Achar();
    private Process? _processo;

    private Nginx()
    {
    }

    /// <summary>All that it wrote, the words of its start included.</summary>
    public string Escrito => string.Concat(Directory.GetFiles(_pasta, "*.log").Select(File.ReadAllText));

    public string Acessos => File.ReadAllText(Path.Combine(_pasta, "acesso.log"));

    public string Erros => File.ReadAllText(Path.Combine(_pasta, "erro.log"));

    public static async Task<Nginx> IniciarAsync(Uri uma, Uri outra)
    {
        var nginx = new Nginx();
        try
        {
            await nginx.ConfigurarAsync(uma, outra);
            await nginx.SubirAsync();
            return nginx;
        }
        catch
        {
            await nginx.DisposeAsync();
            throw;
        }
    }

    /// <summary>A browser that finds this nginx under the public name, and follows no redirects.</summary>
    public HttpClient Cliente() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(NaPasta("certificado.pem")) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
        ConnectCallback = async (pedido, ct) =>
        {
            var canal = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await canal.ConnectAsync("127.0.0.1", pedido.DnsEndPoint.Port == 443 ? _https : _http, ct);
            return new NetworkStream(canal, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri($"https://{Nome}"),
    };

    public async ValueTask DisposeAsync()
    {
        if (_processo is { } processo)
        {
            processo.Kill();
            await processo.WaitForExitAsync();
            processo.Dispose();
        }

        Directory.Delete(_pasta, recursive: true);
    }

    private async Task ConfigurarAsync(Uri uma, Uri outra)
    {
        var receita = Receita.Ler("nginx.conf")
            .Trocar("10.0.0.11:8080", uma.Authority)
            .Trocar("10.0.0.12:8080", outra.Authority)
            .Trocar("listen 80;", $"listen 127.0.0.1:{_http};")
            .Trocar("listen 443 ", $"listen 127.0.0.1:{_https} ")
            .Trocar("/etc/ssl/crm.example.com.pem", NaPasta("certificado.pem"))
            .Trocar("/etc/ssl/private/crm.example.com.key", NaPasta("certificado.key"))
            .Trocar("/var/log/nginx/crmvoip.access.log", NaPasta("acesso.log"))
            .Trocar("/var/log/nginx/crmvoip.error.log", NaPasta("erro.log"));
        await File.WriteAllTextAsync(NaPasta("crmvoip.conf"), receita.Texto);
        await File.WriteAllTextAsync(NaPasta("nginx.conf"), Envelope());
        await CertificarAsync();
    }

    private async Task CertificarAsync()
    {
        using var chave = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pedido = new CertificateRequest($"CN={Nome}", chave, HashAlgorithmName.SHA256);
        var nomes = new SubjectAlternativeNameBuilder();
        nomes.AddDnsName(Nome);
        pedido.CertificateExtensions.Add(nomes.Build());
        using var certificado = pedido.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(NaPasta("certificado.pem"), certificado.ExportCertificatePem());
        await File.WriteAllTextAsync(NaPasta("certificado.key"), chave.ExportPkcs8PrivateKeyPem());
    }

    // One process, which a kill ends, and every folder here: what Debian's nginx.conf says besides is its own.
    private string Envelope() =>
        $$"""
        daemon off;
        master_process off;
        pid {{NaPasta("nginx.pid")}};
        error_log {{NaPasta("inicio.log")}};
        events { worker_connections 256; }
        http {
            access_log {{NaPasta("resto.log")}};
            client_body_temp_path {{NaPasta("corpo")}};
            proxy_temp_path {{NaPasta("respostas")}};
            fastcgi_temp_path {{NaPasta("fastcgi")}};
            uwsgi_temp_path {{NaPasta("uwsgi")}};
            scgi_temp_path {{NaPasta("scgi")}};
            include {{NaPasta("crmvoip.conf")}};
        }
        """;

    private string NaPasta(string arquivo) => Path.Combine(_pasta, arquivo);

    private async Task SubirAsync()
    {
        var programa = Environment.GetEnvironmentVariable("NGINX_PATH")
            ?? throw new InvalidOperationException("NGINX_PATH is not set: run the tests with ./test.");
        _processo = Process.Start(programa, ["-c", NaPasta("nginx.conf"), "-e", NaPasta("inicio.log")]);
        for (var tentativa = 0; ; tentativa++)
        {
            using var canal = new TcpClient();
            try
            {
                await canal.ConnectAsync("127.0.0.1", _https);
                return;
            }
            catch (SocketException) when (tentativa < 100 && !_processo.HasExited)
            {
                await Task.Delay(100);
            }
            catch (SocketException erro)
            {
                throw new InvalidOperationException($"nginx does not come up: {Escrito}", erro);
            }
        }
    }
}
