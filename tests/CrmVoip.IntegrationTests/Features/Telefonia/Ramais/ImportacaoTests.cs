using System.Net;
using System.Security.Cryptography;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

/// <summary>"Importar da API4COM": each ramal to the member with its e-mail.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ImportacaoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Members_get_the_ramais_with_their_email_and_their_phones_register()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var bia = await cena.Organizacao.PessoaAsync();
        await bia.ComRamalAsync("1002", sipDomain: CenaDeRamais.Dominio);
        cena.NaApi4Com("1001", ana.Email.ToUpperInvariant());
        cena.NaApi4Com("1002", bia.Email);
        cena.NaApi4Com("1003", "ninguem@fora.example");
        cena.NaApi4Com("1004", null);

        var pagina = await ImportarAsync(cena);

        var resumo = pagina.QuerySelector("[aria-label='Importação']")!.TextContent;
        Assert.Contains("1 importado", resumo);
        Assert.Contains("1 já tinha ramal", resumo);
        Assert.Contains("2 sem membro com este e-mail", resumo);
        Assert.Contains("1003 (ninguem@fora.example)", resumo);
        Assert.DoesNotContain("segredo-da-api4com", pagina.DocumentElement.OuterHtml);
        var ramal = (await cena.RamalAsync(ana))!;
        Assert.Equal(("1001", CenaDeRamais.Dominio, "Nome 1001", StatusDoRamal.Ativo), (ramal.Extension, ramal.SipServer, ramal.NomeExibicao, ramal.Status));
        Assert.Equal((HttpStatusCode.OK, Ha1("1001", "segredo-da-api4com")), await CenaDeRamais.CredenciaisAsync(ana));
    }

    [Fact]
    public async Task Once_more_changes_nothing()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        cena.NaApi4Com("1001", ana.Email);
        await ImportarAsync(cena);
        var antes = (await cena.RamalAsync(ana))!;
        cena.Lista.Clear();
        cena.NaApi4Com("1001", ana.Email, "outra-senha");

        Assert.Contains("1 já tinha ramal", (await ImportarAsync(cena)).QuerySelector("[aria-label='Importação']")!.TextContent);

        var depois = (await cena.RamalAsync(ana))!;
        Assert.Equal((antes.Id, antes.SegredoId), (depois.Id, depois.SegredoId));
        Assert.Equal(["ramal.importado"], await cena.AcoesAsync(antes.Id));
    }

    [Fact]
    public async Task Two_imports_at_once_give_each_ramal_once()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var pessoas = new List<PessoaDeTeste>();
        for (var i = 0; i < 4; i++)
        {
            pessoas.Add(await cena.Organizacao.PessoaAsync());
            cena.NaApi4Com($"100{i}", pessoas[i].Email);
        }

        await cena.Cliente.GetAsync("/ramais/organizacao");
        var respostas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cena.Cliente.FormAsync("/ramais/organizacao/importar")));

        Assert.All(respostas, r => Assert.Equal(HttpStatusCode.OK, r.StatusCode));
        Assert.Equal(4, await cena.Organizacao.ComDbAsync(db => db.RamaisVoip.CountAsync(), como: cena.Administrador));
        Assert.Equal(4, await cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.RamalImportado)));
    }

    [Fact]
    public async Task What_cannot_be_given_is_listed_with_its_reason()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var bia = await cena.Organizacao.PessoaAsync();
        var dono = await cena.Organizacao.PessoaAsync();
        await dono.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        cena.NaApi4Com("1001", ana.Email);
        cena.NaApi4Com("1002", bia.Email, senha: null);

        var resumo = (await ImportarAsync(cena)).QuerySelector("[aria-label='Importação']")!.TextContent;

        Assert.Contains("2 não puderam ser importados", resumo);
        Assert.Contains($"é de {dono.Email}", resumo);
        Assert.Contains("veio sem senha", resumo);
        Assert.Null(await cena.RamalAsync(bia));
    }

    [Fact]
    public async Task Somebody_who_left_gets_nothing()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ex = await cena.Organizacao.PessoaAsync();
        await cena.Organizacao.ComDbAsync(async db =>
        {
            (await db.Membros.SingleAsync(m => m.UsuarioId == ex.Id)).Desativar(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
        cena.NaApi4Com("1001", ex.Email);

        Assert.Contains("1 sem membro com este e-mail", (await ImportarAsync(cena)).Body!.TextContent);
        Assert.Null(await cena.RamalAsync(ex));
    }

    /// <summary>One such name made the whole import fail, for everybody.</summary>
    [Fact]
    public async Task Names_with_emoji_wherever_they_are_cut_stop_nobody_s_import()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        string[] nomes =
        [
            new string('n', RamalVoip.NomeMaximo - 1) + "\U0001F98A e mais",
            new string('n', RamalVoip.NomeMaximo - 1) + "\U0001F468\u200D\U0001F469\u200D\U0001F467",
            $"Ana {CenaDeRamais.Metade}",
            new string('n', RamalVoip.NomeMaximo - 1) + CenaDeRamais.Metade + "\U0001F98A",
            "\u200EBia",
        ];
        var pessoas = new List<PessoaDeTeste>();
        for (var i = 0; i < nomes.Length; i++)
        {
            pessoas.Add(await cena.Organizacao.PessoaAsync());
            cena.NaApi4Com($"100{i}\u200E", pessoas[i].Email + "\uFE0F", nome: nomes[i]);
        }

        var pagina = await ImportarAsync(cena);

        Assert.Contains($"{nomes.Length} importados", pagina.QuerySelector("[aria-label='Importação']")!.TextContent);
        var guardados = await Task.WhenAll(pessoas.Select(cena.RamalAsync));
        Assert.Equal(
            [new string('n', RamalVoip.NomeMaximo - 1) + "\U0001F98A", new string('n', RamalVoip.NomeMaximo - 1), "Ana \uFFFD", new string('n', RamalVoip.NomeMaximo - 1) + "\uFFFD", "\u200EBia"],
            guardados.Select(r => r!.NomeExibicao));
        Assert.Equal(["1000", "1001", "1002", "1003", "1004"], guardados.Select(r => r!.Extension));
    }

    [Fact]
    public async Task Provider_that_does_not_answer_is_said_and_nothing_changes()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        cena.ForaDoAr = true;

        var pagina = await ImportarAsync(cena);

        Assert.Contains("Nada foi importado. A API4COM não respondeu", pagina.QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("não respondeu", (await cena.Cliente.PaginaAsync("/ramais/organizacao/api4com")).Body!.TextContent);
    }

    [Fact]
    public async Task The_administrador_who_wrote_a_password_cannot_read_it_even_in_sql()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        cena.NaApi4Com("1001", ana.Email);
        await ImportarAsync(cena);

        Assert.Equal(0L, await SegredosAsync(cena, cena.Administrador));
        Assert.Equal(1L, await SegredosAsync(cena, ana));
        var guardado = await cena.Organizacao.ComDbAsync(db => db.RamaisVoipSegredos.SingleAsync(), como: ana);
        Assert.DoesNotContain("segredo-da-api4com", guardado.PasswordEncrypted);
        Assert.DoesNotContain("segredo-da-api4com", string.Concat(await cena.Organizacao.ComDbAsync(db => db.AuditLog.Select(a => a.Dados).ToListAsync())));
    }

    [Fact]
    public async Task Without_a_connection_the_page_it_was_asked_from_says_so()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var administrador = await organizacao.PessoaAsync(Papel.Administrador);
        using var cliente = await administrador.EntrarAsync();

        var deScript = await cliente.PostAsync("/ramais/organizacao/importar");
        Assert.Equal(HttpStatusCode.Conflict, deScript.StatusCode);
        Assert.Equal("A organização ainda não conectou a API4COM.", (await ClienteDeTeste.LerAsync(deScript)).GetProperty("mensagem").GetString());

        cliente.Http.DefaultRequestHeaders.Referrer = new Uri($"https://crm.example/o/{organizacao.Slug}/ramais/organizacao");
        var deForm = await cliente.FormAsync("/ramais/organizacao/importar");
        Assert.Equal($"/o/{organizacao.Slug}/ramais/organizacao", deForm.Headers.Location?.ToString());
        var pagina = await cliente.PaginaAsync("/ramais/organizacao");
        Assert.Contains("A organização ainda não conectou a API4COM.", pagina.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ImportarAsync(CenaDeRamais cena)
    {
        var resposta = await cena.Cliente.FormAsync("/ramais/organizacao/importar");
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        return await ClienteDeTeste.PaginaAsync(resposta);
    }

    private async Task<long> SegredosAsync(CenaDeRamais cena, PessoaDeTeste como)
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Crm);
        await using var conexao = await fonte.OpenConnectionAsync();
        await using var transacao = await conexao.BeginTransactionAsync();
        await using var comando = new NpgsqlCommand(
            $"set local app.organizacao_id = '{cena.Organizacao.Id}'; set local app.usuario_id = '{como.Id}'; select count(*) from ramais_voip_segredos",
            conexao, transacao);
        return (long)(await comando.ExecuteScalarAsync())!;
    }

    private static string Ha1(string ramal, string senha)
    {
        // SIP digest is MD5.
#pragma warning disable CA5351
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{ramal}:{CenaDeRamais.Dominio}:{senha}")));
#pragma warning restore CA5351
    }
}
