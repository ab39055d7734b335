using System.Text.Json;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;

namespace CrmVoip.Web;

/// <summary>Writes the audit log in the current unit of work. Never a secret, never the text of a note.</summary>
public sealed class Auditoria(CrmDbContext db, OrganizacaoAtual atual, IHttpContextAccessor contexto)
{
    /// <returns>What will be saved with the current unit of work.</returns>
    public AuditLog Registrar(string acao, string entidade, Guid entidadeId, Guid? oportunidadeId = null, object? dados = null)
    {
        var (ip, agente) = contexto.DeOnde();
        var registro = new AuditLog(atual.IdExigido, acao, entidade, entidadeId)
        {
            UsuarioId = atual.UsuarioId,
            OportunidadeId = oportunidadeId,
            Dados = JsonSerializer.Serialize(dados ?? new { }, JsonSerializerOptions.Web),
            Ip = ip,
            Agente = agente,
        };
        db.Add(registro);
        return registro;
    }
}
