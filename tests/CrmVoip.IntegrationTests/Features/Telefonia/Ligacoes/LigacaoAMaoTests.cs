using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>A call made on another telephone, written down in the tab "Ligações".</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LigacaoAMaoTests(AplicacaoFixture app)
{
    private const string SemProvedor = "http://127.0.0.1:9/api/v1";
    private static readonly TimeZoneInfo _saoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

    [Fact]
    public async Task It_is_of_the_deal_its_contact_and_whoever_wrote_it_and_every_list_says_so()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        var colega = await cena.Organizacao.PessoaAsync();
        using var cliente = await colega.EntrarAsync();
        using var gestor = await (await cena.Organizacao.PessoaAsync(Papel.Gestor)).EntrarAsync();
        var resultado = await cena.Organizacao.ComDbAsync(db => db.ResultadosDeLigacao.Select(r => r.Id).SingleAsync());
        var endereco = $"/oportunidades/{cena.Oportunidade.Id}/ligacoes";
        var form = await cliente.PaginaAsync(endereco + "/registrar");
        Assert.Equal([CenaDeLigacao.Numero, "outro"], form.QuerySelectorAll("[name=NumeroEscolhido] option").Select(o => o.GetAttribute("value")));

        var ontem = Ontem();
        var aba = await ClienteDeTeste.PaginaAsync(await cliente.FormAsync(
            endereco + "/registrar",
            ("Sentido", "Saida"), ("NumeroEscolhido", CenaDeLigacao.Numero), ("Dia", $"{ontem:dd/MM/yyyy}"), ("Hora", "14h02"), ("Minutos", "12"), ("Atendida", "true"), ("ResultadoId", $"{resultado}"), ("Nota", "Pelo celular")));

        var item = Assert.Single(aba.QuerySelectorAll(".ligacao")).TextContent;
        Assert.All(["Registrada à mão", "Atendida", "12:00", "Pelo celular", $"{ontem:dd/MM/yyyy} 14:02", "Sem gravação: a ligação foi registrada à mão."], t => Assert.Contains(t, item, StringComparison.Ordinal));
        var ligacao = await UnicaAsync(cena);
        Assert.Equal((colega.Id, cena.Oportunidade.ContatoId, cena.Oportunidade.Id, cena.Pessoa.Id), (ligacao.UsuarioId, ligacao.ContatoId, ligacao.OportunidadeId, ligacao.ResponsavelId));
        Assert.Equal((true, "", CenaDeLigacao.Numero, 720), (ligacao.AMao, ligacao.Ramal, ligacao.Contraparte, ligacao.DuracaoSegundos));
        Assert.Equal(new DateTimeOffset(ontem.ToDateTime(new TimeOnly(17, 2)), TimeSpan.Zero), ligacao.InicioEm);
        Assert.Contains("Registrada à mão", (await cliente.PaginaAsync("/ligacoes?Periodo=7dias")).QuerySelector("#lista-de-ligacoes")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await CenaDaLista.LinhasAsync(cliente, "?Periodo=7dias&Origem=a_mao"));
        Assert.Empty(await CenaDaLista.LinhasAsync(cliente, "?Periodo=7dias&Origem=fora_do_crm"));
        Assert.Contains(";Registrada à mão;Não", await (await gestor.GetAsync("/ligacoes/exportar?Periodo=7dias")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Registrou à mão uma ligação feita para (11) 96000-0001 · Atendida, 12:00", (await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/historico")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligacao='feita']"));
    }

    [Fact]
    public async Task Received_call_nobody_answered_is_of_the_contacts_only_open_deal_and_counts_as_not_returned()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        using var cliente = await cena.Pessoa.EntrarAsync();

        await RegistrarAsync(cliente, $"/contatos/{cena.Oportunidade.ContatoId}", ("Sentido", "Entrada"), ("Atendida", "false"), ("Minutos", ""));

        var ligacao = await UnicaAsync(cena);
        Assert.Equal(
            (DirecaoDaLigacao.Entrada, StatusDaLigacao.NaoAtendida, CenaDeLigacao.Numero, cena.Oportunidade.Id, 0),
            (ligacao.Direcao, ligacao.Status, ligacao.Contraparte, ligacao.OportunidadeId, ligacao.DuracaoSegundos));
        Assert.Single(await CenaDaLista.LinhasAsync(cliente, "?Periodo=7dias&Status=nao_retornada"));
        Assert.Contains("Recebida, registrada à mão", (await cliente.PaginaAsync($"/contatos/{cena.Oportunidade.ContatoId}/ligacoes")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_contact_with_several_open_deals_it_is_none_s()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        var outra = new Oportunidade(cena.Organizacao.Id, "Outra usina");
        outra.Editar(outra.Titulo, 1, cena.Oportunidade.ContatoId, cena.Pessoa.Id, DateTimeOffset.UtcNow);
        outra.LevarPara(cena.Oportunidade.EtapaId, "z", DateTimeOffset.UtcNow);
        await cena.Organizacao.SalvarAsync(outra);
        using var cliente = await cena.Pessoa.EntrarAsync();

        await RegistrarAsync(cliente, $"/contatos/{cena.Oportunidade.ContatoId}");

        var ligacao = await UnicaAsync(cena);
        Assert.Equal((cena.Oportunidade.ContatoId, null), (ligacao.ContatoId, ligacao.OportunidadeId));
    }

    [Fact]
    public async Task Outcome_does_to_the_number_what_it_does_after_any_call()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        var resultado = new ResultadoDeLigacao(cena.Organizacao.Id, "Pediu para não ligar", 9) { Efeito = EfeitoNoNumero.NaoLigar };
        await cena.Organizacao.SalvarAsync(resultado);
        using var cliente = await cena.Pessoa.EntrarAsync();

        await RegistrarAsync(cliente, $"/oportunidades/{cena.Oportunidade.Id}", ("ResultadoId", $"{resultado.Id}"));

        Assert.True(await cena.Organizacao.ComDbAsync(db => db.TelefonesDoContato.Select(t => t.NaoLigar).SingleAsync()));
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.LigacaoAMao)));
    }

    [Theory]
    [InlineData("NumeroEscolhido", "", "Escolha o número.")]
    [InlineData("OutroNumero", "", "Digite o número.")]
    [InlineData("OutroNumero", "96000-0001", "Falta o DDD")]
    [InlineData("Dia", "amanhã", "Digite a data")]
    [InlineData("Dia", "01/01/2099", "ainda não chegou")]
    [InlineData("Hora", "meio-dia", "Digite a hora")]
    [InlineData("Minutos", "1441", "de 0 a 1.440")]
    [InlineData("Atendida", "false", "não tem conversa")]
    [InlineData("ResultadoId", "0198a8b6-0000-7000-8000-000000000000", "Escolha um resultado")]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(string campo, string valor, string motivo)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        using var cliente = await cena.Pessoa.EntrarAsync();

        var resposta = await EnviarAsync(cliente, $"/oportunidades/{cena.Oportunidade.Id}", ("NumeroEscolhido", "outro"), (campo, valor));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        var erro = campo == "Atendida" ? "Minutos" : campo;
        Assert.Contains(motivo, pagina.GetElementById($"{erro}-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quer a proposta.", pagina.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await cena.Organizacao.ComDbAsync(db => db.Ligacoes.CountAsync()));
    }

    [Fact]
    public async Task Hour_of_today_that_has_not_come_is_refused_and_the_form_begins_with_now()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, SemProvedor);
        using var cliente = await cena.Pessoa.EntrarAsync();
        var endereco = $"/oportunidades/{cena.Oportunidade.Id}";
        var form = await cliente.PaginaAsync(endereco + "/ligacoes/registrar");
        var (dia, hora) = (form.GetElementById("Dia")!.GetAttribute("value")!, form.GetElementById("Hora")!.GetAttribute("value")!);

        Assert.Equal(HttpStatusCode.OK, (await EnviarAsync(cliente, endereco, ("Dia", dia), ("Hora", hora))).StatusCode);
        var agora = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddMinutes(3), _saoPaulo);
        var depois = await EnviarAsync(cliente, endereco, ("Dia", $"{agora:dd/MM/yyyy}"), ("Hora", $"{agora:HH:mm}"));
        Assert.Contains("ainda não chegou", (await ClienteDeTeste.PaginaAsync(depois)).Body!.TextContent, StringComparison.Ordinal);
        Assert.True((await UnicaAsync(cena)).FimEm <= DateTimeOffset.UtcNow);
    }

    private static async Task RegistrarAsync(ClienteDeTeste cliente, string registro, params (string, string)[] mudados) =>
        Assert.Equal(HttpStatusCode.OK, (await EnviarAsync(cliente, registro, mudados)).StatusCode);

    private static Task<HttpResponseMessage> EnviarAsync(ClienteDeTeste cliente, string registro, params (string Campo, string Valor)[] mudados)
    {
        Dictionary<string, string> campos = new()
        {
            ["Sentido"] = "Saida",
            ["NumeroEscolhido"] = CenaDeLigacao.Numero,
            ["OutroNumero"] = "(11) 96000-0001",
            ["Dia"] = $"{Ontem():dd/MM/yyyy}",
            ["Hora"] = "10:00",
            ["Minutos"] = "5",
            ["Atendida"] = "true",
            ["ResultadoId"] = "",
            ["Nota"] = "Quer a proposta.",
        };
        foreach (var (campo, valor) in mudados)
        {
            campos[campo] = valor;
        }

        return cliente.FormAsync(registro + "/ligacoes/registrar", [.. campos.Select(c => (c.Key, c.Value))]);
    }

    private static Task<Ligacao> UnicaAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().SingleAsync());

    private static DateOnly Ontem() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, _saoPaulo).DateTime).AddDays(-1);
}
