using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>The record may be forgotten, late; what is old is found by an index.</summary>
    public partial class Retencao : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_leituras_do_provedor_organizacao_id_vista_em",
                table: "leituras_do_provedor",
                columns: new[] { "organizacao_id", "vista_em" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacao_eventos_organizacao_id_recebido_em",
                table: "ligacao_eventos",
                columns: new[] { "organizacao_id", "recebido_em" });

            migrationBuilder.SoApagarDepoisDe("audit_log", "ocorrido_em", "366 days");
            migrationBuilder.Conceder("crm_app", "delete", "audit_log");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Grants are not taken back by going down.");
    }
}
