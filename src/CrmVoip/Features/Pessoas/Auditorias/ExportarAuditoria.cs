using System.Globalization;
using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Planilhas;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>
/// Writes the record as a spreadsheet reads it in Brazil. Page by page: neither the memory nor a transaction grows with it,
/// and nothing is cut. That it was exported is recorded first, so that the file itself says so.
/// </summary>
public sealed class ExportarAuditoria(CrmDbContext db, OrganizacaoAtual atual, LerAuditoria ler, Auditoria auditoria)
{
    private static readonly string[] _colunas = ["Quando", "Quem", "E-mail", "Assunto", "O que aconteceu", "Oportunidade", "Endereço IP", "Navegador"];

    public async Task ExecutarAsync(FiltroDaAuditoria filtro, Stream saida, CancellationToken ct)
    {
        var pessoas = await db.EmTransacaoAsync(() => RegistrarAsync(filtro, ct), ct);
        var recorte = filtro.Recortar(atual.Exigido.FusoHorario);
        await using var csv = new EscritorDeCsv(saida);
        await csv.TitulosAsync(_colunas, ct);
        await foreach (var linhas in db.EmPartesAsync<LinhaDaAuditoria>(ultima => ler.ExecutarAsync(recorte, pessoas, ultima?.Marco, ExportarLista.LinhasPorVez, ct), ct))
        {
            foreach (var linha in linhas)
            {
                await csv.LinhaAsync(Celulas(linha), ct);
            }

            await csv.EnviarAsync(ct);
        }
    }

    private async Task<Dictionary<Guid, PessoaDoRegistro>> RegistrarAsync(FiltroDaAuditoria filtro, CancellationToken ct)
    {
        var exportada = new AuditoriaExportada
        {
            De = DiaLocal.Ler(filtro.De)?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            Ate = DiaLocal.Ler(filtro.Ate)?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            Pessoa = filtro.Pessoa,
            Assunto = filtro.Assunto,
        };
        auditoria.Registrar(exportada, atual.IdExigido);
        await db.SaveChangesAsync(ct);
        return await db.PessoasDoRegistroAsync(ct);
    }

    private Celula[] Celulas(LinhaDaAuditoria linha) =>
    [
        .. new[]
        {
            Formato.Momento(linha.Marco.Em, atual.Exigido.FusoHorario), linha.Nome, linha.Quem?.Email, linha.Assunto.Nome, linha.Texto, linha.Oportunidade,
            linha.Ip, linha.Agente,
        }.Select(Celula.De),
    ];
}
