using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;

namespace CrmVoip.Web;

/// <summary>Writes the audit log in the current unit of work. Never a secret, never the text of a note.</summary>
public sealed class Auditoria(CrmDbContext db, OrganizacaoAtual atual, IHttpContextAccessor contexto)
{
    /// <returns>What will be saved with the current unit of work.</returns>
    public AuditLog Registrar(Atividade atividade, Guid entidadeId, Guid? oportunidadeId = null)
    {
        var (ip, agente) = contexto.DeOnde();
        var registro = new AuditLog(atual.IdExigido, atividade.Acao, atividade.Entidade, entidadeId)
        {
            UsuarioId = atual.UsuarioId,
            OportunidadeId = oportunidadeId,
            Dados = Atividades.Escrever(atividade),
            Ip = ip,
            Agente = agente,
        };
        db.Add(registro);
        return registro;
    }
}
