using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Web.Planilhas;

/// <summary>A column of a spreadsheet, and what a row has in it.</summary>
public sealed record Coluna<T>(string Titulo, Func<T, Celula> Celula);

/// <summary>
/// A list as a file: Nome for its name and the record; Filtro, what narrowed it, in words, null for nothing; Partes, its rows, some
/// at a time, each part in a transaction of its own.
/// </summary>
public sealed record ListaParaPlanilha<T>(
    string Nome, string? Filtro, IReadOnlyList<Coluna<T>> Colunas, Func<CancellationToken, Task<int>> ContarAsync, Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<T>>> Partes);

/// <summary>
/// Answers with a list as a file. Part by part: neither the memory nor a transaction grows with it, and nothing is cut. That
/// it was exported, and how many rows there are, is recorded before the first of them leaves.
/// </summary>
public sealed class ExportarLista(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio)
{
    public const int LinhasPorVez = 500;

    public async Task<IActionResult> ExecutarAsync<T>(HttpContext contexto, FormatoDaPlanilha formato, ListaParaPlanilha<T> lista)
    {
        var (resposta, ct) = (contexto.Response, contexto.RequestAborted);
        var dia = DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        resposta.ContentType = formato.TipoDeConteudo();
        resposta.Headers.CacheControl = "no-store";
        resposta.Headers.ContentDisposition = $"attachment; filename=\"{lista.Nome}-{atual.Exigido.Slug}-{dia:yyyy-MM-dd}.{formato.Extensao()}\"";
        if (contexto.SoCabecalhos())
        {
            return new EmptyResult();
        }

        await db.EmTransacaoAsync(() => RegistrarAsync(formato, lista, ct), ct);
        if (contexto.Features.Get<IHttpBodyControlFeature>() is { } corpo)
        {
            // The archive of a workbook writes its directory at once.
            corpo.AllowSynchronousIO = formato == FormatoDaPlanilha.Xlsx;
        }

        await using var escritor = Escritor(formato, lista.Nome, resposta.Body);
        await EscreverAsync(escritor, lista, ct);
        return new EmptyResult();
    }

    private async Task<bool> RegistrarAsync<T>(FormatoDaPlanilha formato, ListaParaPlanilha<T> lista, CancellationToken ct)
    {
        var fato = new ListaExportada { Lista = lista.Nome, Formato = formato.Extensao(), Filtro = lista.Filtro, Linhas = await lista.ContarAsync(ct) };
        auditoria.Registrar(fato, atual.IdExigido);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return true;
    }

    private static async Task EscreverAsync<T>(IEscritorDePlanilha escritor, ListaParaPlanilha<T> lista, CancellationToken ct)
    {
        await escritor.TitulosAsync([.. lista.Colunas.Select(c => c.Titulo)], ct);
        var celulas = new Celula[lista.Colunas.Count];
        await foreach (var parte in lista.Partes(ct))
        {
            foreach (var linha in parte)
            {
                for (var i = 0; i < celulas.Length; i++)
                {
                    celulas[i] = lista.Colunas[i].Celula(linha);
                }

                await escritor.LinhaAsync(celulas, ct);
            }

            await escritor.EnviarAsync(ct);
        }

        await escritor.TerminarAsync(ct);
    }

    private static IEscritorDePlanilha Escritor(FormatoDaPlanilha formato, string nome, Stream saida) =>
        formato == FormatoDaPlanilha.Xlsx ? new EscritorDeXlsx(saida, nome) : new EscritorDeCsv(saida);
}
