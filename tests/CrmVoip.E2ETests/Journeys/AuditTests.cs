using System.Text.RegularExpressions;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class AuditTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Helena = "Helena Prado";
    private static readonly string[] _telas = ["/auditoria", "/auditoria?De=2020-01-01&Ate=2020-01-02", "/auditoria?De=2026-11-02&Ate=2026-11-01"];

    [Fact]
    public Task What_an_administrator_did_is_found_filtered_and_downloaded() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        var auditoria = new AuditoriaPagina(sessao.Pagina);
        await auditoria.AbrirAsync();
        await Expect(auditoria.Linha("Conectou o ramal 1004 no navegador")).ToContainTextAsync("Chrome no Linux");

        await auditoria.FiltrarAsync("Entrada e conta", Helena);
        await Expect(auditoria.Linhas.Filter(new() { HasNotText = Helena })).ToHaveCountAsync(0);
        await Expect(auditoria.Linhas.Filter(new() { HasText = "credenciais" })).ToHaveCountAsync(0);
        await Expect(auditoria.Linha("Entrou")).ToBeVisibleAsync();
        await Expect(sessao.Pagina).ToHaveURLAsync(new Regex("Assunto=conta"));

        var arquivo = await auditoria.ExportarAsync();
        Assert.Contains($";{Helena};{Pessoa.Admin};Entrada e conta;Entrou;", arquivo, StringComparison.Ordinal);
        await sessao.Pagina.ReloadAsync();
        await auditoria.FiltrarAsync("Auditoria", Helena);
        await Expect(auditoria.Linha("Exportou a auditoria")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Older_lines_join_those_on_screen_and_the_focus_stays() => ComProvasAsync(async () =>
    {
        await Ambiente.Banco.ValorAsync<long>(
            """
            with novos as (
                insert into audit_log (organizacao_id, id, ocorrido_em, acao, entidade, entidade_id, dados)
                select o.id, gen_random_uuid(), timestamptz '2026-03-10 12:00-03' + n * interval '1 second', 'convite.criado', 'convites',
                    gen_random_uuid(), jsonb_build_object('email', 'p' || n || '@exemplo.example')
                from organizacoes o, generate_series(1, 70) n where o.slug = $1
                returning 1)
            select count(*) from novos
            """, "aurora");
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        await sessao.Pagina.GotoAsync("/auditoria?De=2026-03-10&Ate=2026-03-10");
        var auditoria = new AuditoriaPagina(sessao.Pagina);
        await Expect(auditoria.Linhas).ToHaveCountAsync(50);

        await sessao.Pagina.GetByRole(AriaRole.Link, new() { Name = "Mostrar mais antigos" }).PressAsync("Enter");

        await Expect(auditoria.Linhas).ToHaveCountAsync(70);
        await Expect(auditoria.Linhas.First).ToContainTextAsync("p70@");
        await Expect(auditoria.Linhas.Last).ToContainTextAsync("p1@");
        await Expect(sessao.Pagina.GetByText("Não há registros mais antigos")).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task It_has_no_barrier_that_axe_knows_with_lines_without_and_refused(ColorScheme tema) => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin, tema);
        foreach (var endereco in _telas)
        {
            await sessao.Pagina.GotoAsync(endereco);
            await Expect(sessao.Pagina.GetByRole(AriaRole.Heading, new() { Name = "Auditoria", Level = 1 })).ToBeVisibleAsync();
            Barreiras.Conferir(endereco, await sessao.Pagina.BarreirasAsync());
        }
    });
}
