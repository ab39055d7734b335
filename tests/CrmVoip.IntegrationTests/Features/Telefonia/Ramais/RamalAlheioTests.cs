using System.Net;
using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

/// <summary>Who types somebody else's number: neither rings that telephone by the organization's token, nor gets its calls.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RamalAlheioTests(AplicacaoFixture app)
{
    private const string Alheio = "1002";
    private const string SenhaDele = "segredo-da-api4com";
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds());

    [Fact]
    public async Task Number_of_another_never_rings_by_the_token_and_the_proven_one_does()
    {
        await using var cena = await PeloProvedorAsync();
        using var cliente = await cena.Pessoa.EntrarAsync();
        await RegistrarAsync(cliente, "inventada");

        Assert.Equal("ramal_por_confirmar", (await LinhaAsync(cliente)).GetProperty("naoLiga").GetString());
        Assert.Contains("Por confirmar", (await cliente.PaginaAsync("/ramais")).QuerySelector("[aria-label='Situação da linha']")!.TextContent);
        var (id, recusa) = await LigarAsync(cliente);
        Assert.Equal(("ramal_por_confirmar", cena.Pessoa.Organizacao.Base + "/ramais"), (recusa.GetProperty("codigo").GetString(), recusa.GetProperty("link").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.PostAsync($"/ligacoes/{id}/discar")).StatusCode);

        // A row made while it might have been dialled, which the provider was not yet asked about.
        var deAntes = new Ligacao(cena.Pessoa.Organizacao.Id, Guid.NewGuid(), cena.Pessoa.Id, CenaDeLigacao.Numero, Alheio, DateTimeOffset.UtcNow);
        deAntes.ComModo(ModoDeDiscagem.Dialer);
        await cena.Pessoa.Organizacao.SalvarAsync(deAntes);
        var direto = await cliente.PostAsync($"/ligacoes/{deAntes.Id}/discar");
        Assert.Equal((HttpStatusCode.Conflict, "ramal_por_confirmar"), (direto.StatusCode, (await ClienteDeTeste.LerAsync(direto)).GetProperty("codigo").GetString()));
        Assert.Empty(cena.Discados);

        await RegistrarAsync(cliente, SenhaDele);
        Assert.Equal(JsonValueKind.Null, (await LinhaAsync(cliente)).GetProperty("naoLiga").ValueKind);
        Assert.Equal(HttpStatusCode.OK, (await cliente.PostAsync($"/ligacoes/{deAntes.Id}/discar")).StatusCode);
        Assert.Equal([Alheio], cena.Discados);
    }

    [Fact]
    public async Task Number_that_was_changed_since_the_call_began_does_not_ring()
    {
        await using var cena = await PeloProvedorAsync();
        using var cliente = await cena.Pessoa.EntrarAsync();
        await RegistrarAsync(cliente, SenhaDele);
        var (id, _) = await LigarAsync(cliente);

        await RegistrarAsync(cliente, "s", "1009");

        Assert.Equal(HttpStatusCode.Conflict, (await cliente.PostAsync($"/ligacoes/{id}/discar")).StatusCode);
        Assert.Empty(cena.Discados);
    }

    [Fact]
    public async Task By_the_browser_the_registration_proves_it_and_the_call_is_placed()
    {
        await using var cena = await PeloProvedorAsync(ModoDeDiscagem.Sip);
        using var cliente = await cena.Pessoa.EntrarAsync();
        await RegistrarAsync(cliente, "inventada");

        var (id, _) = await LigarAsync(cliente);

        Assert.False(await cena.Pessoa.Organizacao.ComDbAsync(db => db.Ligacoes.Where(l => l.Id == id).Select(l => l.RamalConfirmado).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await cliente.PostAsync("/telefonia/credenciais")).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_of_a_number_are_its_owners_and_not_of_who_typed_it(bool confirmado)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(sipDomain: SimuladorDeTeste.Dominio);
        var pessoa = await organizacao.PessoaAsync();
        var ramal = await pessoa.ComRamalAsync(Alheio, sipDomain: SimuladorDeTeste.Dominio, confirmado: confirmado);
        var cena = new CenaDeLigacao(organizacao, pessoa, await organizacao.OportunidadeAsync(pessoa));
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        await organizacao.ComDbAsync(
            async db =>
            {
                await CrmVoip.Data.TitularesDosRamais.ManterTitularAsync(db, ramal, _inicio.AddHours(-1), CancellationToken.None);
                return await db.SaveChangesAsync();
            },
            como: pessoa);
        var id = await LigouAsync(cena, confirmado);

        // The first is that of the call, as far as number and time go; the second, of a desk phone.
        await new AvisoDaOperadora(_inicio) { De = Alheio, Atendida = 4, Fim = 37 }.EnviarAsync(cena);
        await new AvisoDaOperadora(_inicio.AddMinutes(3)) { De = Alheio, Para = "011960000009", Atendida = 4, Fim = 37 }.EnviarAsync(cena);
        await organizacao.TrabalharAsync();
        await organizacao.TrabalharAsync(TimeSpan.FromSeconds(61));

        var deFora = await organizacao.ComDbAsync(db => db.Ligacoes.Where(l => l.Origem == OrigemDaLigacao.ForaDoCrm).Select(l => l.UsuarioId).ToListAsync());
        Assert.Equal(confirmado ? [pessoa.Id] : [null, null], deFora);
        Assert.Equal(confirmado, (await cena.LerAsync(id)).OrigemStatus == OrigemDoFato.Webhook);
    }

    private static async Task<Guid> LigouAsync(CenaDeLigacao cena, bool confirmado)
    {
        var ligacao = new Ligacao(cena.Organizacao.Id, Guid.NewGuid(), cena.Pessoa.Id, CenaDeLigacao.Numero, Alheio, _inicio)
        {
            SipDomain = SimuladorDeTeste.Dominio,
            RamalConfirmado = confirmado,
        };
        LigacaoEvento[] fatos =
        [
            Fato(ligacao, TipoDeEvento.Atendida, 4, new DadosDoEvento()),
            Fato(ligacao, TipoDeEvento.Encerrada, 37, new DadosDoEvento { Causa = "normal" }),
        ];
        ligacao.Projetar(fatos);
        await cena.Organizacao.SalvarAsync([ligacao, .. fatos]);
        await cena.Organizacao.ComDbAsync(db => db.Database.ExecuteSqlAsync($"update ligacoes set criado_em = {_inicio} where id = {ligacao.Id}"));
        return ligacao.Id;
    }

    private static LigacaoEvento Fato(Ligacao ligacao, TipoDeEvento tipo, int segundos, DadosDoEvento dados) =>
        new(ligacao.OrganizacaoId, Guid.NewGuid(), ligacao.Id, OrigemDoFato.Navegador, tipo, _inicio.AddSeconds(segundos)) { Dados = dados };

    private static async Task RegistrarAsync(ClienteDeTeste cliente, string senha, string extension = Alheio) => Assert.Equal(
        HttpStatusCode.Redirect,
        (await cliente.FormAsync("/ramais", ("Extension", extension), ("Senha", senha), ("SipServer", "qualquer.api4com.com"), ("Status", "Ativo"))).StatusCode);

    private static async Task<(Guid Id, JsonElement Corpo)> LigarAsync(ClienteDeTeste cliente)
    {
        var id = Guid.NewGuid();
        return (id, await ClienteDeTeste.LerAsync(await cliente.PostAsync("/ligacoes", new { id, numero = CenaDeLigacao.Numero })));
    }

    private static async Task<JsonElement> LinhaAsync(ClienteDeTeste cliente) => await ClienteDeTeste.LerAsync(await cliente.GetAsync("/telefonia/linha"));

    private async Task<CenaPeloProvedor> PeloProvedorAsync(ModoDeDiscagem modo = ModoDeDiscagem.Dialer)
    {
        var cena = new CenaPeloProvedor();
        await cena.IniciarAsync(app, modo);
        return cena;
    }

    /// <summary>A vendedor in an organization whose token dials; the provider knows one ramal, of somebody else, and remembers what it dialled.</summary>
    private sealed class CenaPeloProvedor : IAsyncDisposable
    {
        private ProvedorFalso _provedor = null!;

        public List<string?> Discados { get; } = [];

        public PessoaDeTeste Pessoa { get; private set; } = null!;

        public async Task IniciarAsync(AplicacaoFixture app, ModoDeDiscagem modo)
        {
            _provedor = await ProvedorFalso.IniciarAsync(ResponderAsync);
            var organizacao = await app.CriarOrganizacaoAsync();
            await organizacao.ConectarAsync(_provedor.BaseUrl, sipDomain: CenaDeRamais.Dominio);
            await organizacao.ComDbAsync(async db =>
            {
                (await db.Integracoes.SingleAsync()).ConfigurarMidia(modo, [], null);
                return await db.SaveChangesAsync();
            });
            Pessoa = await organizacao.PessoaAsync();
        }

        public ValueTask DisposeAsync() => _provedor.DisposeAsync();

        private async Task ResponderAsync(HttpContext contexto)
        {
            if (contexto.Request.Path.Value!.EndsWith("/dialer", StringComparison.Ordinal))
            {
                using var corpo = await JsonDocument.ParseAsync(contexto.Request.Body);
                Discados.Add(corpo.RootElement.GetProperty("extension").GetString());
                await contexto.Response.WriteAsync("""{"id":"disca-1"}""");
                return;
            }

            await contexto.Response.WriteAsync(JsonSerializer.Serialize(
                new[] { new { domain = CenaDeRamais.Dominio, ramal = Alheio, senha = SenhaDele, email_address = "bia@fora.example" } }));
        }
    }
}
