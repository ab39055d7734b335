using System.Globalization;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web.Planilhas;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Auditorias;

/// <summary>/auditoria/exportar.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ExportarAuditoriaTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _antigo = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);
    private const string DiaAntigo = "?De=2026-03-10&Ate=2026-03-10";

    [Fact]
    public async Task File_opens_in_a_brazilian_spreadsheet()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        await cena.SalvarAsync(cena.Fato(_antigo, Acoes.OrganizacaoCriada, cena.Administrador));

        var resposta = await cena.Cliente.GetAsync("/auditoria/exportar" + DiaAntigo);
        var bytes = await resposta.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/csv", resposta.Content.Headers.ContentType!.MediaType);
        Assert.True(resposta.Headers.CacheControl!.NoStore);
        Assert.Equal($"auditoria-{cena.Organizacao.Slug}-2026-03-10-a-2026-03-10.csv", resposta.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "Quando;Quem;E-mail;Assunto;O que aconteceu;Oportunidade;Endereço IP;Navegador\r\n"
            + $"10/03/2026 12:00:00;{cena.Administrador.Email};{cena.Administrador.Email};Membros e convites;Criou a organização;;;\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(1)")]
    [InlineData("\uFF1Dcmd|' /C calc'!A0")]
    [InlineData("\uFF20SUM(1)")]
    [InlineData("\uFE62\uFF11")]
    public async Task Text_that_a_spreadsheet_would_run_is_disarmed(string nome)
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        var oportunidade = await cena.Organizacao.OportunidadeAsync(cena.Administrador, nome);
        await cena.SalvarAsync(new AuditLog(cena.Organizacao.Id, Acoes.OportunidadeCriada, "oportunidades", oportunidade.Id)
        {
            OcorridoEm = _antigo,
            OportunidadeId = oportunidade.Id,
        });
        Assert.Contains($"'{nome}", await TextoAsync(cena, DiaAntigo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_facts_than_a_page_holds_are_all_there_once_and_in_order()
    {
        const int quantos = (2 * ExportarLista.LinhasPorVez) + 7;
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        await cena.SalvarAsync([.. Enumerable.Range(0, quantos).Select(i => cena.Fato(_antigo.AddSeconds(i / 100), Acoes.ConviteCriado, dados: $$"""{"email":"p{{i}}"}"""))]);

        var linhas = (await TextoAsync(cena, DiaAntigo)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..].Select(l => l.Split(';')).ToList();

        Assert.Equal(quantos, linhas.Count);
        Assert.Equal(quantos, linhas.Select(l => l[4]).Distinct().Count());
        var momentos = linhas.ConvertAll(l => DateTime.ParseExact(l[0], "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture));
        Assert.Equal(momentos.OrderDescending(), momentos);
    }

    [Fact]
    public async Task Exporting_is_recorded_and_the_file_says_so()
    {
        using var cena = await CenaDaAuditoria.CriarAsync(app);
        Assert.Contains("Exportou a auditoria de ", await TextoAsync(cena, "?Assunto=auditoria"), StringComparison.Ordinal);
        var fato = await cena.Organizacao.ComDbAsync(db => db.AuditLog.SingleAsync(a => a.Acao == Acoes.AuditoriaExportada));
        Assert.Equal(cena.Administrador.Id, fato.UsuarioId);
        Assert.Contains("\"assunto\": \"auditoria\"", fato.Dados, StringComparison.Ordinal);
    }

    private static async Task<string> TextoAsync(CenaDaAuditoria cena, string consulta) =>
        await (await cena.Cliente.GetAsync("/auditoria/exportar" + consulta)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
}
