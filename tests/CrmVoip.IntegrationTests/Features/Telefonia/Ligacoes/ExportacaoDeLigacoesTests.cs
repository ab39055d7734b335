using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web.Planilhas;
using Microsoft.EntityFrameworkCore;
using static CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes.CenaDaLista;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>/ligacoes/exportar.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ExportacaoDeLigacoesTests(AplicacaoFixture app)
{
    [Fact]
    public async Task File_has_the_calls_of_the_filter_newest_first_as_the_list_tells_them()
    {
        var cena = await CriarAsync(app);
        var relevante = await cena.ResultadoAsync();
        await cena.FeitaAsync(Agora, status: "atendida", conversa: 95, resultado: relevante);
        await cena.RecebidaAsync(Agora.AddMinutes(-5), numero: "+5511970004242");
        await cena.FeitaAsync(Agora.AddDays(-1));
        using var cliente = await cena.Gestor.EntrarAsync();

        var hoje = await LinhasAsync(cliente, "");
        var dia = TimeZoneInfo.ConvertTime(Agora, TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo")).ToString("dd/MM/yyyy", null);
        Assert.Equal(
            [
                $"{dia} 12:00;Feita;{cena.Vendedor.Email};;+55 11 96000-0001;;Atendida;95;Conversa relevante;;CRM;Não",
                $"{dia} 11:55;Recebida;;;+55 11 97000-4242;;Não atendida;0;;;Fora do CRM;Não",
            ],
            hoje.Select(SemNomes));
        Assert.Equal(3, (await LinhasAsync(cliente, "?Periodo=7dias")).Count);
        Assert.Single(await LinhasAsync(cliente, $"?Resultado={relevante}"));
        Assert.Single(await LinhasAsync(cliente, "?Numero=4242"));

        string SemNomes(string linha)
        {
            var celulas = linha.Split(';');
            return string.Join(';', celulas[..2].Append(celulas[2].Length > 0 ? cena.Vendedor.Email : "").Append("").Concat(celulas[4..]));
        }
    }

    [Fact]
    public async Task Every_call_of_a_long_time_is_there_once_and_the_record_says_how_many()
    {
        const int Quantas = (2 * ExportarLista.LinhasPorVez) + 7;
        var cena = await CriarAsync(app);
        await MuitasLigacoes.FazerAsync(app.Banco, cena.Organizacao.Id, cena.Vendedor.Id, Quantas);
        using var cliente = await cena.Gestor.EntrarAsync();

        var linhas = await LinhasAsync(cliente, "?De=01/01/2020");

        Assert.Equal(Quantas + 1, linhas.Count);
        var fato = await cena.Organizacao.ComDbAsync(db => db.AuditLog.SingleAsync(a => a.Acao == Acoes.ListaExportada));
        var exportada = Assert.IsType<ListaExportada>(Atividades.Ler(fato.Acao, fato.Dados));
        Assert.Equal(("ligacoes", Quantas + 1), (exportada.Lista, exportada.Linhas));
        Assert.StartsWith("01/01/2020 a ", exportada.Filtro, StringComparison.Ordinal);
    }

    private static async Task<List<string>> LinhasAsync(ClienteDeTeste cliente, string consulta) =>
        [.. (await (await cliente.GetAsync("/ligacoes/exportar" + consulta)).EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
}
