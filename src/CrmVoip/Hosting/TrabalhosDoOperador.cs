using System.Globalization;
using CrmVoip.Work;

namespace CrmVoip.Hosting;

/// <summary>What is waiting and what was given up, for the operator: kinds and ids, nothing that anybody typed.</summary>
public sealed class TrabalhosDoOperador(FilaDeTrabalhos fila)
{
    public const string Repetir = "repetir";

    /// <returns>The exit code of `CrmVoip trabalhos [repetir]`: 0, or 3 when something is given up.</returns>
    public async Task<int> ExecutarAsync(string? oque, TextWriter saida, CancellationToken ct)
    {
        if (oque == Repetir)
        {
            await EscreverAsync(saida, $"{await fila.ReviverAsync(ct)} given up are due again.");
            return 0;
        }

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
