using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>A person says which of the calls that a record may be it is: what the facts leave open, only somebody who was there knows.</summary>
public sealed class EscolherRegistro(CrmDbContext db, CasarRegistros casar, VincularRegistro vincular, Auditoria auditoria)
{
    public async Task<Recusa?> ExecutarAsync(Guid registroId, Guid ligacaoId, CancellationToken ct)
    {
        var registro = await db.RegistroTravadoAsync(registroId, ct);
        if (registro is not { DeLigacaoNossa: false } || !registro.Candidatas.Contains(ligacaoId))
        {
            return new Recusa(409, "registro_decidido", "Este registro já é de uma ligação. Recarregue para ver.");
        }

        if (!await db.Ligacoes.AnyAsync(l => l.Id == ligacaoId && l.RamalConfirmado, ct))
        {
            return new Recusa(409, "ramal_por_confirmar", "O ramal desta ligação não estava confirmado quando ela foi feita: o registro pode ser de outra pessoa.");
        }

        if (await db.RegistrosDoProvedor.AnyAsync(r => r.LigacaoId == ligacaoId, ct))
        {
            return new Recusa(409, "ligacao_com_registro", "Esta ligação já tem o seu registro da API4COM.");
        }

        var escolhido = new Casado(registroId, ligacaoId, MotivoDoVinculo.Pessoa, []) { Adiantado = await db.RelogioPertoAsync(registro.ComecoEm, ct) };
        await vincular.ExecutarAsync([(registro, escolhido)], [], ct);
        var ligacao = await db.Ligacoes.SingleAsync(l => l.Id == ligacaoId, ct);
        auditoria.Registrar(new LigacaoVinculada { Registro = registroId }, ligacaoId, ligacao.OportunidadeId);
        await db.SaveChangesAsync(ct);

        // What was open beside it may be decided now.
        await casar.ExecutarAsync(ligacao.Ramal, registro.ComecoEm, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
