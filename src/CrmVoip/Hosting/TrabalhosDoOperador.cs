using System.Globalization;
using CrmVoip.Data;
using CrmVoip.Work;

namespace CrmVoip.Hosting;

/// <summary>What is waiting and what was given up, for the operator: kinds and ids, nothing that anybody typed.</summary>
public sealed class TrabalhosDoOperador(FilaDeTrabalhos fila, Semeador semeador, EscopoDaOrganizacao escopos)
{
    public const string Repetir = "repetir";
    public const string Semear = "semear";

    /// <returns>The exit code of `CrmVoip trabalhos [repetir|semear]`: 0, or 3 when something is given up.</returns>
    public Task<int> ExecutarAsync(string? oque, TextWriter saida, CancellationToken ct) => oque switch
    {
        Repetir => RepetirAsync(saida, ct),
        Semear => SemearAsync(saida, ct),
        _ => MostrarAsync(saida, ct),
    };

    private async Task<int> RepetirAsync(TextWriter saida, CancellationToken ct)
    {
        await EscreverAsync(saida, $"{await fila.ReviverAsync(ct)} given up are due again.");
        return 0;
    }

    private async Task<int> SemearAsync(TextWriter saida, CancellationToken ct)
    {
        var organizacoes = await escopos.TodasAsync(ct);
        foreach (var organizacaoId in organizacoes)
        {
            await semeador.SemearAsync(organizacaoId, ct);
        }

        await EscreverAsync(saida, $"{organizacoes.Count} organizations have what they ought to have scheduled.");
        return 0;
    }

    private async Task<int> MostrarAsync(TextWriter saida, CancellationToken ct)
    {
        foreach (var tipo in await fila.SituacaoAsync(ct))
        {
            await EscreverAsync(
                saida,
                $"{tipo.Tipo,-24} due {tipo.Vencidos}, later {tipo.Futuros}, under way {tipo.EmCurso}, given up {tipo.Mortos}, oldest {Math.Max(0, tipo.Atraso.TotalSeconds):F0} s late");
        }

        var mortos = await fila.MortosAsync(ct);
        foreach (var morto in mortos)
        {
            await EscreverAsync(
                saida,
                $"given up {morto.Em:u}: {morto.Tipo} of {morto.LinhaId} in organization {morto.OrganizacaoId} after {morto.Tentativas} runs, {morto.Motivo}");
        }

        return mortos.Count == 0 ? 0 : 3;
    }

    private static Task EscreverAsync(TextWriter saida, FormattableString linha) => saida.WriteLineAsync(linha.ToString(CultureInfo.InvariantCulture));
}
