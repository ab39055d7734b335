using System.Net;
using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Npgsql;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Auditorias;

/// <summary>/auditoria: the two records as one list.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class AuditoriaTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _antigo = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);
    private const string DiaAntigo = "?De=2026-03-10&Ate=2026-03-10";

    [Theory]
    [InlineData(Papel.Gestor)]
    [InlineData(Papel.Vendedor)]
    public async Task Only_the_administrador_sees_and_exports_it(Papel papel)
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(papel);
        using var cliente = await pessoa.EntrarAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await cliente.GetAsync("/auditoria")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cliente.GetAsync("/auditoria/exportar")).StatusCode);
    }

    [Fact]
    public async Task Line_says_who_what_when_on_what_and_from_where()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        await cena.MembrosDesdeAsync(_antigo.AddDays(-1));
        var oportunidade = await cena.Organizacao.OportunidadeAsync(cena.Administrador, "Usina da padaria");
        await cena.SalvarAsync(new AuditLog(cena.Organizacao.Id, Acoes.OportunidadeMovida, "oportunidades", oportunidade.Id)
        {
            OcorridoEm = _antigo,
            UsuarioId = cena.Administrador.Id,
            OportunidadeId = oportunidade.Id,
            Dados = """{"de":"Novo","para":"Proposta"}""",
            Ip = "203.0.113.7",
            Agente = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
        });

        var linha = (await cena.Cliente.PaginaAsync("/auditoria" + DiaAntigo)).QuerySelectorAll("#registros > tr").Single();

        Assert.Equal("10/03/2026 12:00:00", linha.Children[0].TextContent.Trim());
        Assert.Equal(cena.Administrador.Email, linha.Children[1].TextContent.Trim());
        Assert.StartsWith("Moveu a oportunidade de Novo para Proposta", linha.Children[2].TextContent.Trim(), StringComparison.Ordinal);
        var atalho = (IHtmlAnchorElement)linha.Children[2].QuerySelector("a")!;
        Assert.Equal("Usina da padaria", atalho.TextContent);
        Assert.Equal($"{cena.Organizacao.Base}/oportunidades/{oportunidade.Id}", atalho.PathName);
        Assert.Equal("203.0.113.7 Chrome no Windows", string.Join(' ', linha.Children[3].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Both_records_are_one_list_newest_first()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        await cena.MembrosDesdeAsync(_antigo.AddDays(-1));
        await cena.SalvarAsync(cena.Fato(_antigo.AddSeconds(1)), cena.Fato(_antigo.AddSeconds(3), Acoes.ConexaoDesfeita));
        await cena.EventoDeContaAsync(cena.Administrador, _antigo.AddSeconds(2), Acoes.Conta.Saiu);
        await cena.EventoDeContaAsync(cena.Administrador, _antigo);

        Assert.Equal(["Desconectou a API4COM", "Saiu", "Criou a organização", "Entrou"], await cena.FrasesAsync(DiaAntigo));
    }

    [Fact]
    public async Task Page_by_page_every_fact_comes_once_also_when_many_share_a_moment()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        await cena.MembrosDesdeAsync(_antigo.AddDays(-1));
        await cena.SalvarAsync([.. Enumerable.Range(0, 90).Select(i => cena.Fato(_antigo.AddSeconds(i / 30), Acoes.ConviteCriado, dados: $$"""{"email":"p{{i}}"}"""))]);
        for (var i = 0; i < 30; i++)
        {
            await cena.EventoDeContaAsync(cena.Administrador, _antigo.AddSeconds(i / 10));
        }

        var frases = new List<string>();
        var tamanhos = new List<int>();
        var endereco = $"{cena.Organizacao.Base}/auditoria{DiaAntigo}";
        for (IHtmlDocument? pagina = null; pagina is null || endereco is not null;)
        {
            pagina = await ClienteDeTeste.PaginaAsync(await cena.Cliente.Http.GetAsync(endereco));
            var linhas = CenaDaAuditoria.Frases(pagina);
            tamanhos.Add(linhas.Count);
            frases.AddRange(linhas);
            endereco = pagina.QuerySelector("a#registros-mais")?.GetAttribute("href");
        }

        Assert.Equal([50, 50, 20], tamanhos);
        Assert.Equal(30, frases.Count(f => f == "Entrou"));
        Assert.Equal(Enumerable.Range(0, 90).Select(i => $"Convidou p{i}").Order(), frases.Where(f => f != "Entrou").Order());
    }

    [Fact]
    public async Task Filters_by_subject_and_person_say_what_they_promise()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        var colega = await cena.Organizacao.PessoaAsync();
        await cena.MembrosDesdeAsync(_antigo.AddDays(-1));
        await cena.SalvarAsync(
            cena.Fato(_antigo, Acoes.TelefoneCredenciais, colega, """{"ramal":"1001"}"""),
            cena.Fato(_antigo.AddSeconds(1), Acoes.GravacaoOuvida, cena.Administrador),
            cena.Fato(_antigo.AddSeconds(2), Acoes.LigacaoEncerrada, dados: """{"status":"ocupado"}"""));
        await cena.EventoDeContaAsync(colega, _antigo.AddSeconds(3));
        var ramal = "Conectou o ramal 1001 no navegador";

        Assert.Equal(["Entrou", "Ligação encerrada: ocupado", "Ouviu a gravação de uma ligação", ramal], await cena.FrasesAsync(DiaAntigo));
        Assert.Equal(["Entrou", ramal], await cena.FrasesAsync($"{DiaAntigo}&Pessoa={colega.Id}"));
        Assert.Equal(["Ligação encerrada: ocupado"], await cena.FrasesAsync($"{DiaAntigo}&Pessoa=sistema"));
        Assert.Equal(["Entrou"], await cena.FrasesAsync($"{DiaAntigo}&Assunto=conta"));
        Assert.Equal([ramal], await cena.FrasesAsync($"{DiaAntigo}&Assunto=ramais"));
        Assert.Equal(["Ouviu a gravação de uma ligação"], await cena.FrasesAsync($"{DiaAntigo}&Assunto=gravacoes"));
        Assert.Equal([], await cena.FrasesAsync($"{DiaAntigo}&Assunto=conexao"));
    }

    [Fact]
    public async Task Days_are_those_of_the_organization_and_the_last_seven_are_the_default()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        await cena.MembrosDesdeAsync(_antigo.AddDays(-1));
        var meiaNoite = new DateTimeOffset(2026, 3, 11, 3, 0, 0, TimeSpan.Zero);
        await cena.SalvarAsync(
            cena.Fato(meiaNoite.AddMilliseconds(-1), Acoes.ConexaoDesfeita),
            cena.Fato(meiaNoite, Acoes.OrganizacaoCriada),
            cena.Fato(DateTimeOffset.UtcNow.AddDays(-8), Acoes.ConviteCriado),
            cena.Fato(DateTimeOffset.UtcNow.AddDays(-5), Acoes.ConviteAceito));

        Assert.Equal(["Desconectou a API4COM"], await cena.FrasesAsync(DiaAntigo));
        Assert.Equal(["Criou a organização"], await cena.FrasesAsync("?De=2026-03-11&Ate=2026-03-11"));
        Assert.Equal(["Entrou", "Aceitou o convite"], await cena.FrasesAsync());
    }

    [Fact]
    public async Task Bad_filter_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        foreach (var caminho in new[] { "/auditoria", "/auditoria/exportar" })
        {
            var resposta = await cena.Cliente.GetAsync($"{caminho}?De=2026-11-20&Ate=2026-11-10&Pessoa={Guid.NewGuid()}&Assunto=fofocas");
            var pagina = await ClienteDeTeste.PaginaAsync(resposta);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
            Assert.Equal("A data final vem antes da inicial.", pagina.QuerySelector("#Ate-erro")!.TextContent);
            Assert.Equal("Escolha alguém da lista.", pagina.QuerySelector("#Pessoa-erro")!.TextContent);
            Assert.Equal("Escolha um assunto da lista.", pagina.QuerySelector("#Assunto-erro")!.TextContent);
            Assert.Equal("2026-11-20", pagina.QuerySelector("#De")!.GetAttribute("value"));
            Assert.Equal("2026-11-10", pagina.QuerySelector("#Ate")!.GetAttribute("value"));
            Assert.Null(pagina.QuerySelector("#registros"));
        }
    }

    [Fact]
    public async Task Nothing_of_another_organization_is_shown_nor_of_an_account_before_or_after_its_membership()
    {
        using var outra = await CenaDaAuditoria.CriarAsync(app);
        await outra.MembrosDesdeAsync(_antigo.AddDays(-1));
        await outra.SalvarAsync(outra.Fato(_antigo, Acoes.ConexaoDesfeita));
        await outra.EventoDeContaAsync(outra.Administrador, _antigo);

        using var cena = await CenaDaAuditoria.CriarAsync(app);
        var saiu = await cena.Organizacao.PessoaAsync();
        await cena.MembrosDesdeAsync(_antigo);
        await cena.EventoDeContaAsync(saiu, _antigo.AddSeconds(-1), Acoes.Conta.Criada);
        await cena.EventoDeContaAsync(saiu, _antigo.AddSeconds(1), Acoes.Conta.Saiu);
        await cena.SalvarAsync(cena.Fato(_antigo.AddSeconds(2), Acoes.MembroDesativado, cena.Administrador, id: saiu.Id));
        await cena.EventoDeContaAsync(saiu, _antigo.AddSeconds(3), Acoes.Conta.Entrou);
        await cena.ComoSuperusuarioAsync($"update membros set ativo = false, desativado_em = '{_antigo.AddSeconds(2):O}' where usuario_id = '{saiu.Id}'");

        Assert.Equal([$"Desativou {saiu.Email}", "Saiu"], await cena.FrasesAsync(DiaAntigo));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cena.Cliente.GetAsync($"/auditoria?Pessoa={outra.Administrador.Id}")).StatusCode);
    }

    [Fact]
    public async Task What_a_person_does_is_found_there_sign_in_failure_and_sign_out_included()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        using (var errado = app.Cliente())
        {
            var entrar = await ClienteDeTeste.PaginaAsync(await errado.GetAsync("/conta/entrar"));
            await errado.PostAsync("/conta/entrar", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Email"] = cena.Administrador.Email,
                ["Senha"] = "senha-errada",
                ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(entrar),
            }));
        }

        using (var outraVez = await cena.Administrador.EntrarAsync())
        {
            await outraVez.Http.PostAsync("/conta/sair", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(await outraVez.PaginaAsync("/auditoria")),
            }));
        }

        Assert.Equal(
            ["Saiu", "Entrou", "Entrada em um aparelho novo", "Tentativa de entrada recusada", "Entrou"],
            await cena.FrasesAsync($"?Pessoa={cena.Administrador.Id}&Assunto=conta"));
    }

    [Theory]
    [InlineData("update eventos_de_conta set id = id")]
    [InlineData("truncate eventos_de_conta")]
    [InlineData("delete from canarios_do_cofre")]
    [InlineData("update canarios_do_cofre set id = id")]
    [InlineData("truncate canarios_do_cofre")]
    public async Task Account_records_refuse_update_and_delete(string sql)
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Contas);
        await using var comando = fonte.CreateCommand(sql);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => comando.ExecuteNonQueryAsync())).SqlState);
    }
}
