using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

/// <summary>A connected organization, its administrador signed in, and a provider whose list of ramais a test writes.</summary>
public sealed class CenaDeRamais : IAsyncDisposable
{
    public const string Dominio = "x.api4com.com";

    /// <summary>In the provider's answer, half of an emoji stands here.</summary>
    public const string Metade = "(metade)";

    private CenaDeRamais(OrganizacaoDeTeste organizacao, ProvedorFalso provedor, PessoaDeTeste administrador, ClienteDeTeste cliente) =>
        (Organizacao, Provedor, Administrador, Cliente) = (organizacao, provedor, administrador, cliente);

    public OrganizacaoDeTeste Organizacao { get; }

    public ProvedorFalso Provedor { get; }

    public PessoaDeTeste Administrador { get; }

    public ClienteDeTeste Cliente { get; }

    public List<object> Lista { get; } = [];

    public bool ForaDoAr { get; set; }

    public static async Task<CenaDeRamais> CriarAsync(AplicacaoFixture app)
    {
        CenaDeRamais? cena = null;
        var provedor = await ProvedorFalso.IniciarAsync(contexto =>
        {
            contexto.Response.StatusCode = cena!.ForaDoAr ? 503 : 200;
            return contexto.Response.WriteAsync(cena.ForaDoAr ? "{}" : JsonSerializer.Serialize(cena.Lista).Replace(Metade, @"\ud83e", StringComparison.Ordinal));
        });
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(provedor.BaseUrl, sipDomain: Dominio);
        var administrador = await organizacao.PessoaAsync(Papel.Administrador);
        return cena = new CenaDeRamais(organizacao, provedor, administrador, await administrador.EntrarAsync());
    }

    public void NaApi4Com(string ramal, string? email, string? senha = "segredo-da-api4com", string? nome = null) =>
        Lista.Add(new { domain = Dominio, ramal, senha, email_address = email, first_name = nome ?? "Nome", last_name = nome is null ? ramal : null });

    public Task<HttpResponseMessage> AtribuirAsync(Guid membroId, string extension, string senha = "", string servidor = Dominio) => Cliente.FormAsync(
        "/ramais/organizacao/atribuir",
        ("MembroId", membroId.ToString()), ("Extension", extension), ("Senha", senha), ("SipServer", servidor), ("NomeExibicao", "Mesa"));

    /// <summary>Given by the administrador, as they do it.</summary>
    public async Task DarAsync(PessoaDeTeste pessoa, string extension) =>
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await AtribuirAsync(pessoa.Id, extension, "s")).StatusCode);

    public Task<RamalVoip?> RamalAsync(PessoaDeTeste pessoa) => Organizacao.ComDbAsync(
        db => db.RamaisVoip.AsNoTracking().SingleOrDefaultAsync(r => r.UsuarioId == pessoa.Id), como: pessoa);

    public Task<List<string>> AcoesAsync(Guid ramalId) => Organizacao.ComDbAsync(
        db => db.AuditLog.Where(a => a.EntidadeId == ramalId && a.Acao.StartsWith("ramal.")).OrderBy(a => a.OcorridoEm).Select(a => a.Acao).ToListAsync());

    /// <summary>What the page's phone of that person would register with: status and the hash of the password.</summary>
    public static async Task<(System.Net.HttpStatusCode Status, string? Valor)> CredenciaisAsync(PessoaDeTeste pessoa)
    {
        using var cliente = await pessoa.EntrarAsync();
        var resposta = await cliente.PostAsync("/telefonia/credenciais");
        var corpo = await ClienteDeTeste.LerAsync(resposta);
        return (resposta.StatusCode, corpo.GetProperty(resposta.IsSuccessStatusCode ? "ha1" : "codigo").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        Cliente.Dispose();
        await Provedor.DisposeAsync();
    }
}
