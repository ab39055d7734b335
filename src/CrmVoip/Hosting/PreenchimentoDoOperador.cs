using System.Globalization;
using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Membros;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Features.Vendas.Tarefas;

namespace CrmVoip.Hosting;

/// <summary>Fills what the version before did not keep, organization by organization, at the operator's word instead of at the next check of each.</summary>
public sealed class PreenchimentoDoOperador(EscopoDaOrganizacao escopos)
{
    /// <returns>The exit code of `CrmVoip preencher`: 0, or 3 when something is left.</returns>
    public async Task<int> ExecutarAsync(TextWriter saida, CancellationToken ct)
    {
        var faltam = 0;
        foreach (var organizacaoId in await escopos.TodasAsync(ct))
        {
            faltam += await PreencherAsync(organizacaoId, saida, ct);
        }

        return faltam == 0 ? 0 : 3;
    }

    private async Task<int> PreencherAsync(Guid organizacaoId, TextWriter saida, CancellationToken ct)
    {
        if (await escopos.AbrirAsync(organizacaoId, ct) is not { } escopo)
        {
            return 0;
        }

        await using (escopo)
        {
            await escopo.Services.GetRequiredService<PreencherTitulares>().ExecutarAsync(ct);
            await escopo.Services.GetRequiredService<ConferirRamais>().ExecutarAsync(organizacaoId, 1, ct);
            await escopo.Services.GetRequiredService<PreencherUsos>().ExecutarAsync(organizacaoId, 1, ct);
            await escopo.Services.GetRequiredService<PreencherSaidas>().ExecutarAsync(organizacaoId, 1, ct);
            await escopo.Services.GetRequiredService<RecontarFunil>().ExecutarAsync(organizacaoId, 1, ct);
            await escopo.Services.GetRequiredService<IndexarBusca>().TudoAsync(ct);
            await escopo.Services.GetRequiredService<PreencherTelefones>().TudoAsync(ct);
            await escopo.Services.GetRequiredService<PreencherTarefas>().TudoAsync(ct);
            var registros = escopo.Services.GetRequiredService<PreencherRegistros>();
            var feitos = await registros.TudoAsync(ct);
            var faltam = await registros.FaltamAsync(ct);
            await saida.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{organizacaoId}: {feitos} records made, {faltam} calls left"));
            return faltam;
        }
    }
}
